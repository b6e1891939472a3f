"""Publish one of a programme's forms: the draft becomes its next version."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from datetime import datetime
from kommunaldialog.content.antragsformular import Antragsformular
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms import versions
from kommunaldialog.forms.lint import lint
from kommunaldialog.forms.lint import Problem
from kommunaldialog.forms.versions import FormVersion


PERMISSION = "kommunaldialog: Publish Application Form"


class NotPublishable(Refused):
    """Raised for a form that `lint` refuses; `problems` says what to mend."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(Refusal("form_problems", params={"count": len(problems)}))
        self.problems = problems


def publish_form(form: Antragsformular, moment: datetime) -> FormVersion:
    """Publish the draft in `form` and return the new version.

    `moment` is aware. Running applications stay on the version that they were begun
    with. Raises Unauthorized without the permission, `NotPublishable` with what has
    to be mended, `Refused` (`form_unchanged`) where nothing differs from the newest.
    """
    security = getSecurityManager()
    if not security.checkPermission(PERMISSION, form):
        raise Unauthorized(PERMISSION)
    if not differs(form):
        raise Refused(Refusal("form_unchanged"))
    problems = lint(form.fields_model)
    if problems:
        raise NotPublishable(problems)
    user = security.getUser().getId()
    programme = form.__parent__
    # Its page says now that one can begin: caches go by what the catalog hears of.
    programme.reindexObject(idxs=["UID"])
    return versions.publish(programme, form.fields_model, user, moment, form.getId())


def differs(form: Antragsformular) -> bool:
    """Say whether the draft differs from the newest published version."""
    newest = versions.versions(form.__parent__, form.getId()).newest
    return newest is None or newest.xml != form.fields_model
