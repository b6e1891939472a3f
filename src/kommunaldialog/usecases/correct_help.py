"""Correct a help text in a published form: it reaches running drafts at once."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from datetime import datetime
from kommunaldialog.content.antragsformular import Antragsformular
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.forms import versions
from kommunaldialog.forms.help_text import help_of
from kommunaldialog.forms.help_text import with_help
from kommunaldialog.forms.versions import Correction
from kommunaldialog.usecases.publish_form import PERMISSION


LONGEST_HELP = 2000


def correct_help(
    form: Antragsformular, number: int, question: str, text: str, moment: datetime
) -> Correction:
    """Put `text` in the place of a help text of version `number` and return what was.

    The same question with the same label and help text is corrected in the other
    versions and in the editor's draft as well, or the next publication would bring the
    mistake back. `moment` is aware. Raises Unauthorized without the permission to
    publish, KeyError where there is no such version or question, `Refused` for a text
    that is too long or is there already.
    """
    security = getSecurityManager()
    if not security.checkPermission(PERMISSION, form):
        raise Unauthorized(PERMISSION)
    text = printable(text).strip()
    published = versions.versions(form.__parent__, form.getId())
    old = help_of(published.get(number).xml, question)
    if old is None:
        raise KeyError(question)
    if len(text) > LONGEST_HELP:
        params = {"limit": LONGEST_HELP}
        raise Refused(Refusal("core_too_long", "help", params))
    if text == old.help:
        raise Refused(Refusal("help_unchanged", "help"))
    corrected = {
        version.number: with_help(version.xml, question, text)
        for version in published
        if help_of(version.xml, question) == old
    }
    if help_of(form.fields_model, question) == old:
        form.fields_model = with_help(form.fields_model, question, text)
    correction = Correction(
        tuple(corrected),
        question,
        old.label,
        old.help,
        text,
        moment,
        security.getUser().getId(),
    )
    published.correct(correction, corrected)
    return correction
