"""The toolkit; texts in data/toolkit.toml."""

from kommunaldialog.example.documents import document
from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from plone import api
from plone.dexterity.content import DexterityContent


def make_toolkit(dialogues: DexterityContent) -> None:
    """The toolkit's folder with its items, each with the dialogues it comes from."""
    facts = texts("toolkit")
    folder = make(dialogues, "Folder", facts["folder"])
    known = {
        brain.getId: brain.UID
        for brain in api.content.find(dialogues, portal_type="Dialog")
    }
    for tool in facts["tools"]:
        values = {**tool, "dialogues": [known[name] for name in tool["dialogues"]]}
        if name := values.pop("document", None):
            values["file"] = document(name)
        make(folder, "Werkzeug", values)
