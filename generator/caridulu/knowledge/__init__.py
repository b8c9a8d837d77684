"""YAML -> entries, service standards, lexicon; or problems with path:line:col."""

from caridulu.knowledge.loading.loader import LoadResult, load
from caridulu.knowledge.model import (
    Category,
    Channel,
    ChannelKind,
    ComponentGroup,
    Components,
    DirectAnswer,
    DirectKind,
    Entry,
    EntryFile,
    KnowledgeBase,
    Lexicon,
    LexiconTerm,
    Limit,
    Office,
    Opening,
    Page,
    Purpose,
    Referral,
    ServiceFile,
    ServiceStandard,
    Source,
    Status,
)
from caridulu.knowledge.problem import (
    Location,
    Problem,
    Severity,
    finding,
    format_github,
    format_json,
    format_text,
    in_order,
    notice,
)
from caridulu.knowledge.rules.entries.relations import fold_phrase
from caridulu.knowledge.schemas import schemas
from caridulu.knowledge.yaml.checked import FileCache, check
from caridulu.knowledge.yaml.nodes import parse_yaml
from caridulu.knowledge.yaml.reader import read_yaml
