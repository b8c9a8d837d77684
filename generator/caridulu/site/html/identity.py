"""The office's colour, with enough contrast in light and dark, and the notice of a trial site."""

from PIL.ImageColor import getrgb

from caridulu.knowledge.model import Office
from caridulu.messages import Language, message

BRAND = "#14405f"  # where the office has chosen none; as in styles/tokens.css


def brand_color(office: Office) -> str:
    """Returns the colour of the head of pages."""
    return (office.identity.color or BRAND).lower()


def identity_style(office: Office) -> str:
    """Writes the rules of an office that has a colour of its own; empty without."""
    color = office.identity.color
    if color is None:
        return ""
    dark = mixed(color, "#000000", share=0.55)
    return (
        f":root{{--brand:{color.lower()}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{--brand:{dark}}}}}\n"
    )


def mixed(one: str, other: str, *, share: float) -> str:
    """Mixes two colours; ``share`` is that of the first."""
    pairs = zip(getrgb(one), getrgb(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def trial_sentence(office: Office, language: Language = Language.ID) -> str:
    """Says that the office has not approved the site yet; empty once it has."""
    is_trial = office.approval.is_trial
    return message("site.trial", language, office=office.name) if is_trial else ""
