"""Contrast of two colours as WCAG 2.2 defines it (relative luminance)."""

from pathlib import Path
import re


def palette(stylesheet: Path) -> dict[str, str]:
    """The `--kd-…` custom properties of a stylesheet: name → #rrggbb."""
    text = stylesheet.read_text("utf-8")
    found = re.findall(r"--kd-([a-z-]+):\s*(#[0-9a-f]{3,6})\b", text)
    return {name: _long(value) for name, value in found}


def contrast(one: str, other: str) -> float:
    """From 1.0 (the same) to 21.0 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _long(colour: str) -> str:
    if len(colour) == 4:
        return "#" + "".join(digit * 2 for digit in colour[1:])
    return colour


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
