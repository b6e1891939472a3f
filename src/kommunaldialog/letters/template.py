"""Templates of letters and of what letters and pages show alike.

They are rendered without a request, in a language that is named: a letter is in
German for everybody, whatever language their portal speaks.
"""

from chameleon import PageTemplateFile
from pathlib import Path
from zope.i18n import translate
from zope.i18nmessageid import Message


# The official language (§ 23 (1) VwVfG); what was submitted is frozen in it, too.
LANGUAGE = "de"


class Template:
    """A template of this folder; expressions are Python, values are escaped."""

    def __init__(self, name: str) -> None:
        self._file = PageTemplateFile(
            str(Path(__file__).with_name(name)), translate=_translate
        )

    def __call__(self, language: str = LANGUAGE, **values: object) -> str:
        """Return the HTML; raises NameError for a value that is not given."""
        return self._file.render(target_language=language, **values)


def _translate(
    msgid: Message | str,
    domain: str | None = None,
    mapping: dict[str, str] | None = None,
    default: str | None = None,
    context: object = None,
    target_language: str | None = None,
) -> str:
    return translate(
        msgid,
        domain=domain,
        mapping=mapping,
        default=default,
        target_language=target_language,
    )
