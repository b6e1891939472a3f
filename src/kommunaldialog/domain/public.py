"""What machines are told of public pages: one model for every format.

JSON-LD, REST, CSV, GeoJSON and DCAT-AP.de are written from these and nothing else, so
that none of them says more than another. Addresses are absolute. ``details`` are what
only a page itself says, ``contents`` what it lists of other pages; lists, which are
read from the catalog alone, have None there.
"""

from dataclasses import dataclass
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.phase import Course


@dataclass(frozen=True)
class Term:
    """A word of a list: what content keeps, and what people read."""

    key: str
    title: str


@dataclass(frozen=True)
class Link:
    """Another page that the reader may see."""

    title: str
    url: str


@dataclass(frozen=True)
class Place:
    """A municipality; `url` is None while the reader may not see its page."""

    ags: str
    name: str
    url: str | None


@dataclass(frozen=True)
class PublicFile:
    """A file to download; `size` in bytes."""

    url: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Picture:
    """A page's picture, what it shows and whose it is."""

    url: str
    media_type: str
    width: int
    height: int
    alternative: str
    caption: str
    credit: str


@dataclass(frozen=True)
class PublicContact:
    """Whom to ask."""

    name: str
    url: str
    role: str
    organisation: str
    phone: str
    email: str
    hours: str


@dataclass(frozen=True)
class PublicPhase:
    """A phase of a dialogue, and where it stands today."""

    title: str
    start: date | None
    end: date | None
    course: Course


@dataclass(frozen=True)
class PublicEvent:
    """An event; days for a whole day, otherwise moments. `ics` is for a calendar."""

    title: str
    url: str
    start: date | datetime
    end: date | datetime
    location: str
    ics: str


@dataclass(frozen=True)
class PublicPromise:
    """A line of the ledger: what was promised, and what became of it."""

    title: str
    url: str
    responsible: str
    due: date | None
    state: Term
    overdue: bool
    statement: str


@dataclass(frozen=True, kw_only=True)
class PublicItem:
    """What every public page says of itself."""

    uid: str
    url: str
    title: str
    description: str
    modified: datetime


@dataclass(frozen=True, kw_only=True)
class DialogDetails:
    """What the page of a dialogue says beyond its line in a list."""

    central_question: str
    goal: str
    concerns: str
    use_of_results: str
    decided_by: str
    decided_until: date | None
    participation_level: Term | None
    phases: tuple[PublicPhase, ...]
    participant_groups: tuple[Term, ...]
    municipality_count: int | None
    initiators: tuple[str, ...]
    organisers: tuple[str, ...]
    funders: tuple[str, ...]
    science: tuple[str, ...]
    partners: tuple[str, ...]
    easy_language: str
    sign_language_video: str
    contact: PublicContact | None
    picture: Picture | None


@dataclass(frozen=True, kw_only=True)
class DialogContents:
    """What belongs to a dialogue and has pages of its own."""

    events: tuple[PublicEvent, ...]
    dialogues: tuple[Link, ...]
    results: tuple[Link, ...]
    promises: tuple[PublicPromise, ...]
    tools: tuple[Link, ...]
    calls: tuple[Link, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class PublicDialog(PublicItem):
    """A dialogue, or a programme of dialogues; `part_of` names the nearest first."""

    kind: Term | None
    state: Term
    start: date | None
    end: date | None
    topics: tuple[Term, ...]
    methods: tuple[Term, ...]
    municipalities: tuple[Place, ...]
    participants: int | None
    part_of: tuple[Link, ...]
    details: DialogDetails | None = None
    contents: DialogContents | None = None


@dataclass(frozen=True, kw_only=True)
class ErgebnisDetails:
    """What the page of a result says beyond its line in a list."""

    summary: str
    responsible: str
    statement: str
    overdue: bool
    findings: tuple[Term, ...]


@dataclass(frozen=True, kw_only=True)
class PublicErgebnis(PublicItem):
    """A result; `implementation` and `due` of what was promised."""

    kind: Term | None
    date: date | None
    implementation: Term | None
    due: date | None
    topics: tuple[Term, ...]
    municipalities: tuple[Place, ...]
    part_of: tuple[Link, ...]
    file: PublicFile | None
    details: ErgebnisDetails | None = None


@dataclass(frozen=True, kw_only=True)
class WerkzeugDetails:
    """What the page of a tool says beyond its line in a list."""

    summary: str
    findings: tuple[Term, ...]
    contact: PublicContact | None


@dataclass(frozen=True, kw_only=True)
class PublicWerkzeug(PublicItem):
    """An item of the toolkit and the dialogues that it comes from."""

    kind: Term | None
    phases: tuple[Term, ...]
    topics: tuple[Term, ...]
    part_of: tuple[Link, ...]
    file: PublicFile | None
    details: WerkzeugDetails | None = None


@dataclass(frozen=True)
class FundedMeasure:
    """A grant that was announced; `amount` in euros."""

    municipality: Place
    kreis: Term
    programme: Link
    pillar: Term
    measure: str
    amount: Decimal
    year: str


@dataclass(frozen=True, kw_only=True)
class KommuneDetails:
    """What the page of a municipality says beyond its line in a list."""

    official_name: str
    population_date: date | None
    longitude: float | None
    latitude: float | None
    website: str
    advises_on: tuple[str, ...]
    former_names: tuple[str, ...]
    members: tuple[Place, ...]
    valid_from: date | None
    valid_to: date | None
    successor: Place | None
    source: str
    licence: str
    contact: PublicContact | None
    picture: Picture | None


@dataclass(frozen=True, kw_only=True)
class KommuneContents:
    """What a municipality took part in, and what was granted to it."""

    dialogues: tuple[Link, ...]
    results: tuple[Link, ...]
    measures: tuple[FundedMeasure, ...]


@dataclass(frozen=True, kw_only=True)
class PublicKommune(PublicItem):
    """A municipality or Landkreis of the register."""

    ags: str
    kind: Term | None
    district: str
    population: int | None
    advises_topics: tuple[Term, ...]
    advises_methods: tuple[Term, ...]
    details: KommuneDetails | None = None
    contents: KommuneContents | None = None


def funded_measure(
    row: Funded, place: Place, kreis: str, programme: str
) -> FundedMeasure:
    """What is told of a grant; `kreis` is a name, `programme` an address."""
    return FundedMeasure(
        municipality=place,
        kreis=Term(row.kreis, kreis),
        programme=Link(row.programme_title, programme),
        pillar=Term(row.pillar, row.pillar_title),
        measure=row.measure,
        amount=row.amount,
        year=row.year,
    )


def to_json(value: object) -> object:
    """The model as JSON knows it: ISO days, amounts as text such as "3000.00".

    ``details`` and ``contents`` stand beside the other values, where there are any.
    """
    if is_dataclass(value):
        plain = {
            field.name: to_json(getattr(value, field.name)) for field in fields(value)
        }
        beside = [plain.pop(name, None) or {} for name in ("details", "contents")]
        return {**plain, **beside[0], **beside[1]}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value
