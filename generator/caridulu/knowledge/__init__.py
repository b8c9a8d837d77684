"""YAML -> entries, service standards, lexicon; or problems with path:line:col.

yaml        a file's text -> a tree that knows its places -> the model, or problems
model       what an office knows, as typed values; a form's labels and help are theirs, too
rules       what must hold between values and files
loading     a project's files and its packages -> the knowledge base, and every problem in it
problem     a finding, and how it is said
schemas     the model as JSON Schemas, for text editors and the editor's forms

Beside them: ``project_files``, which file is what; ``markdown``, the one parser of texts;
``direct_answers``, what every office is asked; ``attachments``, pictures and PDFs.
"""

from caridulu.knowledge.loading.loader import LoadResult, load
from caridulu.knowledge.model import (
    Category,
    Channel,
    ChannelKind,
    Components,
    DirectAnswer,
    Entry,
    EntryFile,
    KnowledgeBase,
    Lexicon,
    LexiconTerm,
    Office,
    Page,
    Referral,
    ServiceStandard,
    Status,
)
from caridulu.knowledge.problem import (
    Location,
    Problem,
    Severity,
    finding,
    format_text,
    in_order,
    notice,
)
from caridulu.knowledge.rules.entries.relations import fold_phrase
from caridulu.knowledge.schemas import schemas
from caridulu.knowledge.yaml.checked import check
from caridulu.knowledge.yaml.nodes import parse_yaml
from caridulu.knowledge.yaml.reader import read_yaml
