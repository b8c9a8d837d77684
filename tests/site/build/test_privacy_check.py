from dataclasses import replace
from pathlib import Path

import pytest

from caridulu.site.build.cache import cache_in
from caridulu.site.build.privacy_check import refuse_personal_data
from caridulu.site.pages.render_pages import SiteError
from tests.site.sample_office import ENTRIES, KNOWLEDGE


def test_what_was_refused_is_refused_again(tmp_path: Path) -> None:
    typed = ENTRIES[2].model_copy(update={"answer": "Tanyakan kepada Bu Nining, 0813-1111-2222."})
    refused = replace(KNOWLEDGE, entries=(typed,), redirects=())
    for knowledge in (KNOWLEDGE, refused, refused):
        with cache_in(tmp_path / "cache") as cache:
            if knowledge is KNOWLEDGE:
                refuse_personal_data(knowledge, root=tmp_path, cache=cache)
                continue
            with pytest.raises(SiteError) as caught:
                refuse_personal_data(knowledge, root=tmp_path, cache=cache)
        assert any("0813-1111-2222" in problem for problem in caught.value.problems)
