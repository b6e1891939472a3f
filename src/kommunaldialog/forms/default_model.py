"""The form that a new programme begins with: four sections, each kind of question."""

from functools import cache
from pathlib import Path


NO_ACTIONS = (
    '<model xmlns="http://namespaces.plone.org/supermodel/schema"><schema/></model>'
)


@cache
def default_model() -> str:
    """Return the XML of the example form, which can be published as it is."""
    return (Path(__file__).parent / "default_model.xml").read_text(encoding="utf-8")
