"""Published versions of a programme's application form: numbered, never changed.

An application refers to its version by number for life; a new version touches no
running application, and an old one stays readable.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.forms.schema import fingerprint
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import schema_of
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


_KEY = "kommunaldialog.form_versions"


@dataclass(frozen=True)
class FormVersion:
    """A published form.

    `number` counts from 1 within its programme; `xml` is easyform's model as it was
    linted, `sha256` its hex digest; `moment` is the aware instant of publication,
    `user` the id of the person who published it.
    """

    number: int
    xml: str
    sha256: str
    moment: datetime
    user: str


class FormVersions(Persistent):
    """The versions of one programme, oldest first; can only grow."""

    _versions: tuple[FormVersion, ...] = ()

    @property
    def newest(self) -> FormVersion | None:
        """The version that a new application gets, None before the first."""
        return self._versions[-1] if self._versions else None

    def get(self, number: int) -> FormVersion:
        """Return version `number`; raises KeyError where there is none."""
        if not 1 <= number <= len(self._versions):
            raise KeyError(number)
        return self._versions[number - 1]

    def publish(self, xml: str, user: str, moment: datetime) -> FormVersion:
        """Append `xml` as the next version and return it.

        Checks nothing but that `moment` is aware (ValueError): the use case
        `publish_form` decides whether it may be published.
        """
        if moment.tzinfo is None:
            raise ValueError("the moment of publication needs a time zone")
        number = len(self._versions) + 1
        version = FormVersion(number, xml, fingerprint(xml), moment, user)
        self._versions = (*self._versions, version)
        return version

    def __iter__(self) -> Iterator[FormVersion]:
        return iter(self._versions)

    def __len__(self) -> int:
        return len(self._versions)


def versions(programme: object) -> FormVersions:
    """Return the versions of `programme`; reading writes nothing to the database."""
    annotations = IAnnotations(programme.case_store())
    found = annotations.get(_KEY)
    return FormVersions() if found is None else found


def publish(programme: object, xml: str, user: str, moment: datetime) -> FormVersion:
    """Append a version to `programme`'s store, which the first one creates."""
    annotations = IAnnotations(programme.case_store())
    if _KEY not in annotations:
        annotations[_KEY] = FormVersions()
    return annotations[_KEY].publish(xml, user, moment)


def parsed_form(application: object) -> ParsedForm:
    """Return the form that `application` was begun with, parsed.

    Raises KeyError where its programme has no such version.
    """
    return schema_of(versions(application.programme()).get(application.form_version))
