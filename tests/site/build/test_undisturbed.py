import gc
import weakref

import pytest

from caridulu.site.build.build_command import undisturbed


def test_cycles_are_looked_for_again_after_a_build() -> None:
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), undisturbed():
        raise KeyError
    assert gc.isenabled()


def test_what_a_build_leaves_is_not_looked_through() -> None:
    class Page:
        """Knows itself."""

    with undisturbed():
        page = Page()
        page.itself = page
        gone = weakref.ref(page)
        del page
    try:
        gc.collect()
        assert gone() is not None
    finally:
        gc.unfreeze()
    gc.collect()
    assert gone() is None


def test_who_never_looks_for_cycles_is_left_alone() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
