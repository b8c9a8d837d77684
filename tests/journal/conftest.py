"""Commands and forms on a copy of the sample project, in Git and without."""

from tests.command_line import run as run
from tests.editor.conftest import _own_settings as _own_settings
from tests.editor.conftest import client as client
from tests.editor.conftest import recorded as recorded
from tests.editor.conftest import repository as repository
