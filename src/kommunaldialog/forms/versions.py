"""Published versions of a programme's two forms: numbered, never changed.

One is for the application, the other for the proof of use; each has a workshop with an
id of its own, and versions of its own.

An application refers to its version by number for life; a new version touches no
running application, and an old one stays readable. The one thing that changes is a
help text with a mistake in it: it is corrected in place, for running drafts too, and
recorded with old and new.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from kommunaldialog.content.foerderprogramm import APPLICATION_FORM_ID
from kommunaldialog.content.foerderprogramm import PROOF_FORM_ID
from kommunaldialog.forms.schema import fingerprint
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import schema_of
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations


_KEYS = {
    APPLICATION_FORM_ID: "kommunaldialog.form_versions",
    PROOF_FORM_ID: "kommunaldialog.proof_form_versions",
}


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


@dataclass(frozen=True)
class Correction:
    """A help text that was corrected in the versions of these `numbers`.

    `question` is the field's id, `label` how it asks; `moment` is aware, `user` the id
    of the person who did it.
    """

    numbers: tuple[int, ...]
    question: str
    label: str
    old: str
    new: str
    moment: datetime
    user: str


class FormVersions(Persistent):
    """The versions of one form of a programme, oldest first; can only grow."""

    _versions: tuple[FormVersion, ...] = ()
    _corrections: tuple[Correction, ...] = ()

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

    def correct(self, correction: Correction, corrected: Mapping[int, str]) -> None:
        """Keep the XML that `corrected` has for version numbers, and the record of it.

        Checks nothing but that the moment is aware (ValueError): the use case
        `correct_help` sees to it that a help text is all that differs.
        """
        if correction.moment.tzinfo is None:
            raise ValueError("the moment of a correction needs a time zone")
        self._versions = tuple(
            replace(version, xml=corrected[version.number], sha256=fingerprint(xml))
            if (xml := corrected.get(version.number)) is not None
            else version
            for version in self._versions
        )
        self._corrections = (*self._corrections, correction)

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """All that was corrected, oldest first."""
        return self._corrections

    def __iter__(self) -> Iterator[FormVersion]:
        return iter(self._versions)

    def __len__(self) -> int:
        return len(self._versions)


def versions(programme: object, form_id: str = APPLICATION_FORM_ID) -> FormVersions:
    """Return the versions of one form of `programme`; reading writes nothing.

    `form_id` is the id of the form's workshop; raises KeyError for any other.
    """
    annotations = IAnnotations(programme.case_store())
    found = annotations.get(_KEYS[form_id])
    return FormVersions() if found is None else found


def publish(
    programme: object,
    xml: str,
    user: str,
    moment: datetime,
    form_id: str = APPLICATION_FORM_ID,
) -> FormVersion:
    """Append a version to `programme`'s store, which the first one creates."""
    annotations = IAnnotations(programme.case_store())
    key = _KEYS[form_id]
    if key not in annotations:
        annotations[key] = FormVersions()
    return annotations[key].publish(xml, user, moment)


def parsed_form(application: object) -> ParsedForm:
    """Return the form that `application` was begun with, parsed.

    Raises KeyError where its programme has no such version.
    """
    return schema_of(versions(application.programme()).get(application.form_version))


def parsed_proof_form(application: object) -> ParsedForm | None:
    """Return the form of the proof of use, parsed; None where there is none.

    It is the version that the proof was begun with, the newest before that.
    """
    published = versions(application.programme(), PROOF_FORM_ID)
    number = application.proof_version
    version = published.get(number) if number else published.newest
    return None if version is None else schema_of(version)
