"""Fields and words that several types have alike."""

from kommunaldialog import _
from plone.namedfile.field import NamedBlobFile
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.schema.interfaces import ITuple


ONE_PER_LINE = _("content_one_per_line", default="Eine Angabe je Zeile.")
END_BEFORE_START = _(
    "content_end_before_start",
    default="Das Ende liegt vor dem Beginn. Bitte prüfen Sie die beiden Tage.",
)


def text_lines(title: Message, description: Message = ONE_PER_LINE) -> schema.Tuple:
    """A field for short texts, one a line; never None."""
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.TextLine(),
        default=(),
        missing_value=(),
        required=False,
    )


def choices(
    title: Message,
    vocabulary: str,
    description: Message | str = "",
    default: tuple[str, ...] = (),
) -> schema.Tuple:
    """A field for any number of a vocabulary's values; never None."""
    return schema.Tuple(
        title=title,
        description=description,
        value_type=schema.Choice(vocabulary=vocabulary),
        default=default,
        missing_value=(),
        required=False,
    )


class IMunicipalities(ITuple):
    """A field for municipalities, searched for by `pages/municipality.py`."""


@implementer(IMunicipalities)
class Municipalities(schema.Tuple):
    """Any number of municipalities of the register, by AGS; never None."""

    def __init__(self, title: Message, description: Message | str = "") -> None:
        super().__init__(
            title=title,
            description=description,
            value_type=schema.Choice(vocabulary="kommunaldialog.Municipalities"),
            default=(),
            missing_value=(),
            required=False,
        )


def summary_text() -> schema.Text:
    """A field for what a file says, readable on the page itself."""
    return schema.Text(
        title=_("content_result_summary", default="Kurzfassung"),
        description=_(
            "content_result_summary_help",
            default=(
                "Das Wichtigste als Text, damit niemand eine Datei öffnen muss. "
                "Nötig, sobald eine Datei dabei ist."
            ),
        ),
        required=False,
    )


def published_file() -> NamedBlobFile:
    """A field for a file that everybody may take along."""
    return NamedBlobFile(
        title=_("content_result_file", default="Datei"),
        description=_("content_result_file_help", default="Am besten als PDF."),
        required=False,
    )


def file_has_a_summary(data: Interface) -> None:
    """Invariant of a schema with `file` and `summary`."""
    if data.file is not None and not (data.summary or "").strip():
        raise Invalid(
            _(
                "content_result_summary_missing",
                default=(
                    "Bitte schreiben Sie eine Kurzfassung: "
                    "Zu einer Datei gehört ein Text, den alle lesen können."
                ),
            )
        )
