"""Input as both WebDriver protocols spell it: https://www.w3.org/TR/webdriver2/#actions."""

from collections.abc import Iterable
from typing import Any

# https://www.w3.org/TR/webdriver2/#keyboard-actions
_KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "ArrowUp": "\ue013",
    "ArrowDown": "\ue015",
}


def struck(keys: Iterable[str]) -> list[dict[str, Any]]:
    """Each key pressed and released."""
    named = [_KEYS.get(key, key) for key in keys]
    steps = [{"type": way, "value": key} for key in named for way in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keyboard", "actions": steps}]


def pointed(x: float, y: float) -> list[dict[str, Any]]:
    """A click with the mouse."""
    steps = [
        {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    mouse = {"pointerType": "mouse"}
    return [{"type": "pointer", "id": "mouse", "parameters": mouse, "actions": steps}]
