"""What an office knows, as typed values: entries, categories, lexicon, office, service standards.

One model serves validation, the JSON Schemas and the editor's forms: a field's ``title`` is its
Indonesian label, its ``description`` the Indonesian help text. Every value is frozen.
"""

from caridulu.knowledge.model.attachment import KIND_OF_SUFFIX, Attachment, AttachmentKind
from caridulu.knowledge.model.direct_answer import DirectAnswer, DirectKind
from caridulu.knowledge.model.entry import MAX_ALIASES, Entry, EntryFile, FaqChange, FromFaq, Status
from caridulu.knowledge.model.fields import (
    PICTURE_PATTERN,
    SLUG_PATTERN,
    URL_PATTERN,
    Line,
    Markdown,
    Model,
    Source,
    Translation,
)
from caridulu.knowledge.model.import_tables import ImportFile, ImportTable
from caridulu.knowledge.model.knowledge_base import KnowledgeBase, Page
from caridulu.knowledge.model.office import (
    CONTACTS,
    NUMBERED,
    WEB_KINDS,
    Approval,
    ApprovalStatus,
    Channel,
    ChannelKind,
    HomeTask,
    Identity,
    NamedLink,
    NamedLinksFile,
    Office,
    Opening,
    Purpose,
)
from caridulu.knowledge.model.package import (
    PackageBase,
    Packaged,
    PackageFile,
    PackagePin,
    PackageService,
    SharedComponent,
)
from caridulu.knowledge.model.referral import Referral, ReferralsFile
from caridulu.knowledge.model.service import (
    ComponentGroup,
    Components,
    Limit,
    ServiceFile,
    ServiceStandard,
)
from caridulu.knowledge.model.target import Target, TargetKind
from caridulu.knowledge.model.words import CategoriesFile, Category, Lexicon, LexiconTerm
