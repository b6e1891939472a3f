"""What a rule says when it does not allow something.

A rule never writes a sentence: it names a code, the field that a person has to
look at, and the values that the sentence needs. `kommunaldialog.messages` turns
that into words, so that the page, REST and the workflow tool say the same.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field


@dataclass(frozen=True)
class Refusal:
    """One reason why something is refused.

    `field` is the HTML id of the input to mend, None where no single input is
    meant. `params` may hold Decimal amounts (euros), dates, aware datetimes
    (in the zone in which they are to be read), numbers and text.
    """

    code: str
    field: str | None = None
    params: Mapping[str, object] = dataclass_field(default_factory=dict, hash=False)


class Refused(Exception):
    """Raised by whatever can't go on: carries every reason, not only the first."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(*refusals)
        self.refusals: tuple[Refusal, ...] = refusals

    def __str__(self) -> str:
        """The codes, for logs: never the params, which may hold what people wrote."""
        return ", ".join(refusal.code for refusal in self.refusals)


def refuse(refusals: Iterable[Refusal]) -> None:
    """Raise `Refused` with all of `refusals`; do nothing when there are none."""
    found = tuple(refusals)
    if found:
        raise Refused(*found)
