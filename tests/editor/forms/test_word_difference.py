"""The words in which two texts differ are marked, and nothing in them is markup."""

from caridulu.editor.renderer import with_marks


def test_words_that_differ_are_marked_on_either_side() -> None:
    first, second = with_marks(
        "dapat dikenai tarif.\n\nBaca.", "dapat dikenai biaya lain.\n\nBaca."
    )

    assert first == "dapat dikenai <mark>tarif.</mark>\n\nBaca."
    assert second == "dapat dikenai <mark>biaya lain.</mark>\n\nBaca."


def test_texts_are_escaped() -> None:
    first, second = with_marks("<b>a</b>", "")

    assert (first, second) == ("<mark>&lt;b&gt;a&lt;/b&gt;</mark>", "")
