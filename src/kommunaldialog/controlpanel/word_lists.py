"""The lists of words that a portal's editors maintain (domain/word_list.py)."""

from kommunaldialog import _
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import parse_words
from kommunaldialog.domain.word_list import Word
from plone import api
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import Interface


METHODS = (
    "werkstatt|Werkstatt|Workshop",
    "informationsabend|Informationsabend|Information evening",
    "world-cafe|World-Café|World café",
    "runder-tisch|Runder Tisch|Round table",
    "planungszelle|Planungszelle|Planning cell",
    "buergerrat|Bürgerrat mit gelosten Teilnehmenden|Citizens’ assembly by lot",
    "befragung|Befragung|Survey",
    "ortsbegehung|Ortsbegehung|Site visit",
    "online-dialog|Online-Dialog|Online dialogue",
)
GROUPS = (
    "verwaltung|Verwaltung|Administration",
    "politik|Politik|Politics",
    "zivilgesellschaft|Vereine und Zivilgesellschaft|Associations and civil society",
    "fluechtlinge|Flüchtlinge|Refugees",
    "buergerschaft|Bürgerinnen und Bürger|Citizens",
    "jugend|Kinder und Jugendliche|Children and young people",
    "wirtschaft|Wirtschaft|Business",
)
RESULT_KINDS = (
    "short_information|Kurzinformation|Short information",
    "minutes|Protokoll|Minutes",
    "presentation|Präsentation|Presentation",
    "press_release|Pressemitteilung|Press release",
    "field_report|Erfahrungsbericht|Field report",
    "evaluation|Evaluation|Evaluation",
    "measures|Maßnahmen-Tabelle|Table of measures",
    "commitment|Zusage|Commitment",
)
TOOL_KINDS = (
    "guide|Leitfaden|Guide",
    "checklist|Checkliste|Checklist",
    "template|Vorlage|Template",
    "example|Beispiel|Example",
)
TOOL_PHASES = (
    "prepare|Vorbereiten|Prepare",
    "invite|Einladen|Invite",
    "hold|Durchführen|Hold",
    "evaluate|Auswerten|Evaluate",
    "implement|Umsetzen|Implement",
)


def _list(title: Message, default: tuple[str, ...] = ()) -> schema.Tuple:
    return schema.Tuple(
        title=title,
        value_type=schema.TextLine(constraint=lambda line: bool(parse_word(line))),
        default=default,
        missing_value=(),
        required=False,
    )


class IWordLists(Interface):
    """Registry records: each a tuple of words as lines, in the editors' order."""

    topics = _list(_("controlpanel_list_topics", default="Themen"))
    methods = _list(_("controlpanel_list_methods", default="Methoden"), METHODS)
    groups = _list(_("controlpanel_list_groups", default="Wer mitredet"), GROUPS)
    result_kinds = _list(
        _("controlpanel_list_result_kinds", default="Arten von Ergebnissen"),
        RESULT_KINDS,
    )
    tool_kinds = _list(
        _("controlpanel_list_tool_kinds", default="Arten von Werkzeugen"), TOOL_KINDS
    )
    tool_phases = _list(
        _("controlpanel_list_tool_phases", default="Phasen eines Dialogs"), TOOL_PHASES
    )


def words(name: str) -> tuple[Word, ...]:
    """The list of that name in IWordLists; empty where the product is not installed."""
    return parse_words(
        api.portal.get_registry_record(name, interface=IWordLists, default=())
    )
