"""Accounts of people on social networks are hidden; those of offices, prices and code stay."""

import pytest

from caridulu.privacy.allowed_contacts import Allowed
from caridulu.privacy.entities.social_accounts import find_social_accounts
from caridulu.privacy.redaction import Redactor


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("ig saya rahmat_77, ya", "ig saya [akun media sosial], ya"),
        ("telegram saya @rahmat_77", "telegram saya [akun media sosial]"),
        ("IG: rahmat.budi.", "IG: [akun media sosial]."),
        ("fb nya Nur Aisyah Putri", "fb nya [akun media sosial]"),
        ("**IG:** rahmat_77", "**IG:** [akun media sosial]"),
        ("tanya @rahmat_77 saja", "tanya [akun media sosial] saja"),
        ("https://instagram.com/rina.w?igsh=1", "https://instagram.com/[akun media sosial]"),
        ("[saya](https://t.me/rina.w)", "[saya](https://t.me/[akun media sosial])"),
        ("@Rizal tolong kirim", "@[nama] tolong kirim"),
    ],
)
def test_placeholder_takes_the_place_of_the_account(text: str, redacted: str) -> None:
    assert Redactor().redacted(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "tanya @detikcom",
        "ig kami @kopi_bombana",
        "IG Dinas Pendidikan: @dikbud_bombana",
        "ig bpsari77",
        "facebook.com/kopibombana",
        "@tim_sosial tolong",
        "Instagram : kopinusantara",
    ],
)
def test_an_account_that_may_be_an_institution_s_is_asked(text: str) -> None:
    assert [one.certain for one in find_social_accounts(text)] == [False]


@pytest.mark.parametrize(
    "text", ["teman2 di ig sering2 error", "Facebook BPS Sultra", "@gmail.com"]
)
def test_what_is_no_account_is_not_asked(text: str) -> None:
    assert list(find_social_accounts(text)) == []


def test_account_that_the_office_publishes_stays() -> None:
    text = "ikuti ig @rina_w, bukan @rina_ww"
    redactor = Redactor(allowed=Allowed.of(["@rina_w"]))
    assert redactor.redacted(text) == "ikuti ig @rina_w, bukan [akun media sosial]"
