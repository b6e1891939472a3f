"""Which municipalities a dialogue or a result is about, for the page of each."""

from kommunaldialog.content.dialog import Dialog
from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.ergebnis import Ergebnis
from kommunaldialog.content.ergebnis import IErgebnis
from plone.indexer import indexer


# The index has a name that no object carries, so that nothing acquires it.
@indexer(IDialog)
def municipalities_of_dialogue(dialogue: Dialog) -> tuple[str, ...]:
    return dialogue.municipalities or ()


@indexer(IErgebnis)
def municipalities_of_result(result: Ergebnis) -> tuple[str, ...]:
    return result.municipalities or ()
