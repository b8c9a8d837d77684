"""Two changed readings of one file: what only one side changed is taken, the rest is asked."""

import pytest

from caridulu.editor.fields.form_values import Values
from caridulu.editor.fields.merged_values import FieldClash, Side, merged_values

BASE: Values = {
    "question": "Berapa biayanya?",
    "answer": "Tidak dikenai tarif.",
    "aliases": ["konsul bayar brp", "biaya konsul"],
    "terms": [{"term": "inflasi", "synonyms": ["kenaikan harga"]}, {"term": "ntp", "synonyms": []}],
}


def _merge(
    theirs: Values, mine: Values, *, take: str = "theirs"
) -> tuple[Values, list[FieldClash]]:
    met: list[FieldClash] = []

    def pick(clash: FieldClash) -> Side:
        met.append(clash)
        return clash.theirs if take == "theirs" else clash.mine

    return merged_values(BASE, BASE | theirs, BASE | mine, pick), met


def test_different_fields_are_joined() -> None:
    merged, met = _merge({"answer": "Gratis."}, {"question": "Bayar?"})

    assert met == []
    assert merged == BASE | {"answer": "Gratis.", "question": "Bayar?"}


def test_same_words_are_no_conflict() -> None:
    merged, met = _merge({"answer": "Gratis."}, {"answer": "Gratis."})

    assert (merged["answer"], met) == ("Gratis.", [])


def test_rows_of_both_are_kept_and_what_one_removed_goes() -> None:
    merged, met = _merge(
        {"aliases": ["konsul bayar brp", "biaya konsul", "gratis kah"]},
        {"aliases": ["ongkos konsul", "biaya konsul"]},
    )

    assert met == []
    assert merged["aliases"] == ["ongkos konsul", "biaya konsul", "gratis kah"]


def test_groups_meet_only_where_both_changed_the_same_field() -> None:
    ntp: Values = {"term": "ntp", "synonyms": ["nilai tukar petani"]}
    prices: Values = {"term": "inflasi", "synonyms": ["harga naik"]}
    merged, met = _merge(
        {"terms": [{"term": "inflasi", "synonyms": ["kenaikan harga"]}, ntp]},
        {"terms": [prices, {"term": "ntp", "synonyms": []}, {"term": "pdrb", "synonyms": []}]},
    )

    assert met == []
    assert merged["terms"] == [prices, ntp, {"term": "pdrb", "synonyms": []}]


@pytest.mark.parametrize(("take", "expected"), [("theirs", "Gratis."), ("mine", "Cuma-cuma.")])
def test_what_both_changed_is_asked(take: str, expected: str) -> None:
    merged, met = _merge({"answer": "Gratis."}, {"answer": "Cuma-cuma."}, take=take)

    assert met == [FieldClash(("answer",), "Gratis.", "Cuma-cuma.")]
    assert merged["answer"] == expected


def test_row_that_one_removed_and_the_other_changed_is_asked() -> None:
    merged, met = _merge(
        {"terms": [{"term": "inflasi", "synonyms": ["kenaikan harga"]}]},
        {"terms": [BASE["terms"][0], {"term": "ntp", "synonyms": ["nilai tukar"]}]},  # type: ignore[index, list-item]
    )

    assert [clash.loc for clash in met] == [("terms", "ntp")]
    assert merged["terms"] == [BASE["terms"][0]]  # type: ignore[index]
