"""Which overviews there are, and by what each can be narrowed."""

from dataclasses import dataclass
from kommunaldialog import _
from zope.i18nmessageid import Message


NEWEST, TITLE, RELEVANCE = "neueste", "titel", "relevanz"

KREIS, MUNICIPALITY, SIZE, YEAR = "kreis", "kommune", "groesse", "jahr"


@dataclass(frozen=True)
class Facet:
    """One way to narrow: parameter of the address, index of the catalog, words.

    `vocabulary` (a name behind ``kommunaldialog.``) says what the keys are called and
    in which order they stand; Kreise, municipalities, sizes and years have none.
    """

    name: str
    index: str
    title: Message
    vocabulary: str | None = None


@dataclass(frozen=True)
class Overview:
    """A list of all pages of one type."""

    name: str  # of the view
    title: Message
    portal_type: str
    facets: tuple[Facet, ...]
    order: str  # without a search
    # The register of municipalities belongs to the portal, not to one section.
    everywhere: bool = False

    def facet(self, name: str) -> Facet:
        """The facet of that name. Raises KeyError."""
        return {facet.name: facet for facet in self.facets}[name]


def _topic(title: Message) -> Facet:
    return Facet("thema", "dialogue_topics", title, "Topics")


def _method(title: Message) -> Facet:
    return Facet("methode", "dialogue_methods", title, "Methods")


def _kind(vocabulary: str) -> Facet:
    title = _("portal_overview_kind", default="Art")
    return Facet("art", "dialogue_kind", title, vocabulary)


TOPIC = _topic(_("portal_overview_topic", default="Thema"))
METHOD = _method(_("portal_overview_method", default="Methode"))
PLACES = (
    Facet(
        KREIS,
        "dialogue_kreise",
        _("portal_overview_kreis", default="Landkreis oder Stadtkreis"),
    ),
    Facet(
        MUNICIPALITY,
        "dialogue_municipalities",
        _("portal_overview_municipality", default="Kommune"),
    ),
)
YEARS = Facet(YEAR, "dialogue_years", _("portal_overview_year", default="Jahr"))

OVERVIEWS = {
    overview.name: overview
    for overview in (
        Overview(
            "dialoge",
            _("portal_overview_dialoge", default="Dialoge"),
            "Dialog",
            (
                TOPIC,
                Facet(
                    "stand",
                    "dialogue_state",
                    _("portal_overview_state", default="Stand"),
                    "DialogStands",
                ),
                *PLACES,
                YEARS,
                _kind("DialogKinds"),
                METHOD,
            ),
            NEWEST,
        ),
        Overview(
            "ergebnisse",
            _("portal_overview_ergebnisse", default="Ergebnisse"),
            "Ergebnis",
            (
                TOPIC,
                _kind("ResultKinds"),
                Facet(
                    "stand",
                    "dialogue_state",
                    _("portal_overview_implementation", default="Umsetzung"),
                    "ImplementationStates",
                ),
                *PLACES,
                YEARS,
                METHOD,
            ),
            NEWEST,
        ),
        Overview(
            "kommunen",
            _("portal_overview_kommunen", default="Kommunen"),
            "Kommune",
            (
                PLACES[0],
                Facet(
                    SIZE,
                    "dialogue_size",
                    _("portal_overview_size", default="Einwohnerzahl"),
                ),
                _kind("MunicipalityKinds"),
                _topic(_("portal_overview_advises_topic", default="Berät zum Thema")),
                _method(
                    _("portal_overview_advises_method", default="Berät zur Methode")
                ),
            ),
            TITLE,
            everywhere=True,
        ),
        Overview(
            "werkzeuge",
            _("portal_overview_werkzeuge", default="Werkzeuge"),
            "Werkzeug",
            (
                Facet(
                    "phase",
                    "dialogue_phases",
                    _("portal_overview_phase", default="Phase eines Dialogs"),
                    "ToolPhases",
                ),
                _kind("ToolKinds"),
                TOPIC,
            ),
            TITLE,
        ),
    )
}
