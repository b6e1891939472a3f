"""The forms that a new programme begins with, each of which can be published."""

from functools import cache
from pathlib import Path


NO_ACTIONS = (
    '<model xmlns="http://namespaces.plone.org/supermodel/schema"><schema/></model>'
)


def default_model() -> str:
    """Return the XML of an application form: each kind of question is in it."""
    return _model("default_model.xml")


def proof_model() -> str:
    """Return the XML of the questions of a proof of use (Sachbericht)."""
    return _model("proof_model.xml")


@cache
def _model(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
