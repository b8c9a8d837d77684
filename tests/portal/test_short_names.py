"""Acronyms by which people call regions."""

from caridulu.portal.short_names import short_names


def test_an_acronym_joins_the_beginning_of_a_name_with_what_is_taken_of_its_last_word() -> None:
    konsel, tangsel, inhil, bogor = short_names(
        ["konawe selatan", "tangerang selatan", "indragiri hilir", "bogor"]
    )

    assert konsel == ("konsel", "kosel")
    assert tangsel == ("tangsel", "tansel", "tasel")
    assert "inhil" in inhil
    assert bogor == ()


def test_initials_are_of_three_words_with_a_direction() -> None:
    [hulu, _] = short_names(["hulu sungai tengah", "pangkajene dan kepulauan"])

    assert "hst" in hulu


def test_what_two_regions_may_be_called_names_neither() -> None:
    buton, buru = short_names(["buton selatan", "buru selatan"])

    assert (buton, buru) == (("butsel",), ("bursel",))


def test_regencies_and_cities_of_one_name_share_it() -> None:
    assert short_names(["kutai timur", "kutai timur"]) == [("kutim", "kuttim")] * 2


def test_a_word_of_the_language_is_no_acronym() -> None:
    [acronyms] = short_names(["kabila barat"])

    assert acronyms == ("kabbar",)  # kabar is news


def test_what_a_province_is_called_means_no_regency() -> None:
    regency, province = short_names(["sumba barat", "sumatera barat"], regencies={0})

    assert "sumbar" not in regency
    assert "sumbar" in province
    assert "jabar" in short_names(["jawa barat"])[0]  # also a word
