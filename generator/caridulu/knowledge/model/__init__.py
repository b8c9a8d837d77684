"""What an office knows, as typed values: entries, categories, lexicon, office, service standards.

One model serves validation, the JSON Schemas and the editor's forms: a field's ``title`` is its
Indonesian label, its ``description`` the Indonesian help text. Every value is frozen.
"""

from caridulu.knowledge.model.direct_answer import DirectAnswer, DirectKind
from caridulu.knowledge.model.entry import Entry, EntryFile, Proposal, Provenance, Status
from caridulu.knowledge.model.fields import SLUG_PATTERN, URL_PATTERN, Line, Markdown, Model, Source
from caridulu.knowledge.model.knowledge_base import KnowledgeBase, Page
from caridulu.knowledge.model.office import Channel, ChannelKind, Office, Opening, Purpose
from caridulu.knowledge.model.referral import Link, Referral, ReferralsFile
from caridulu.knowledge.model.service import (
    ComponentGroup,
    Components,
    Groups,
    Limit,
    ServiceFile,
    ServiceStandard,
)
from caridulu.knowledge.model.words import CategoriesFile, Category, Lexicon, LexiconTerm

__all__ = [
    "SLUG_PATTERN",
    "URL_PATTERN",
    "CategoriesFile",
    "Category",
    "Channel",
    "ChannelKind",
    "ComponentGroup",
    "Components",
    "DirectAnswer",
    "DirectKind",
    "Entry",
    "EntryFile",
    "Groups",
    "KnowledgeBase",
    "Lexicon",
    "LexiconTerm",
    "Limit",
    "Line",
    "Link",
    "Markdown",
    "Model",
    "Office",
    "Opening",
    "Page",
    "Proposal",
    "Provenance",
    "Purpose",
    "Referral",
    "ReferralsFile",
    "ServiceFile",
    "ServiceStandard",
    "Source",
    "Status",
]
