"""The catalogue of the data sets by DCAT-AP.de 3.0, in Turtle and as JSON-LD.

https://www.dcat-ap.de/def/dcatde/3.0/spec/
"""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.exports.publication import Publication
from rdflib import Graph
from rdflib import Literal
from rdflib import Namespace
from rdflib import URIRef
from rdflib.namespace import DCAT
from rdflib.namespace import DCTERMS
from rdflib.namespace import FOAF
from rdflib.namespace import RDF
from rdflib.namespace import XSD


DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
EU = "http://publications.europa.eu/resource/authority"
IANA = "https://www.iana.org/assignments/media-types"
LICENCES = "http://dcat-ap.de/def/licenses"
GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"

# Suffix of the catalogue's file -> rdflib's name of the format, media type.
FORMATS = {
    "ttl": ("turtle", "text/turtle; charset=utf-8"),
    "jsonld": ("json-ld", "application/ld+json"),
}
LANGUAGES = {"de": "DEU", "en": "ENG"}


@dataclass(frozen=True)
class Distribution:
    """One file of a data set; `format` is a code of the EU's list of file types."""

    url: str
    title: str
    format: str
    media_type: str


@dataclass(frozen=True)
class Dataset:
    """A data set; `page` shows people the same, `laender` are two digits of an AGS.

    `modified` is None where nothing is in it.
    """

    uri: str
    title: str
    description: str
    page: str
    modified: datetime | None
    laender: tuple[str, ...]
    keywords: tuple[str, ...]
    distributions: tuple[Distribution, ...]


@dataclass(frozen=True)
class Catalogue:
    """All data sets of a part of the portal."""

    uri: str
    title: str
    description: str
    page: str
    language: str
    publisher_uri: str
    datasets: tuple[Dataset, ...]


def catalogue(about: Catalogue, publication: Publication, suffix: str) -> bytes:
    """The catalogue in one of FORMATS."""
    name, _media_type = FORMATS[suffix]
    graph = _Writer(about, publication).graph
    return graph.serialize(format=name, encoding="utf-8", auto_compact=True)


class _Writer:
    def __init__(self, about: Catalogue, publication: Publication) -> None:
        self.language = about.language
        self.publication = publication
        self.publisher = URIRef(about.publisher_uri)
        self.graph = Graph(bind_namespaces="none")
        for prefix, namespace in (
            ("dcat", DCAT),
            ("dcatde", DCATDE),
            ("dct", DCTERMS),
            ("foaf", FOAF),
            ("xsd", XSD),
        ):
            self.graph.bind(prefix, namespace)
        self._agent()
        self._catalogue(about)

    def _agent(self) -> None:
        self.graph.add((self.publisher, RDF.type, FOAF.Agent))
        self._text(self.publisher, FOAF.name, self.publication.publisher)

    def _catalogue(self, about: Catalogue) -> None:
        node = URIRef(about.uri)
        self.graph.add((node, RDF.type, DCAT.Catalog))
        self._text(node, DCTERMS.title, about.title)
        self._text(node, DCTERMS.description, about.description)
        self._link(node, FOAF.homepage, about.page)
        self.graph.add((node, DCTERMS.publisher, self.publisher))
        self._common(node)
        for dataset in about.datasets:
            self.graph.add((node, DCAT.dataset, self._dataset(dataset)))

    def _dataset(self, dataset: Dataset) -> URIRef:
        node = URIRef(dataset.uri)
        self.graph.add((node, RDF.type, DCAT.Dataset))
        self._text(node, DCTERMS.title, dataset.title)
        self._text(node, DCTERMS.description, dataset.description)
        self.graph.add((node, DCTERMS.identifier, Literal(dataset.uri)))
        self.graph.add((node, DCTERMS.publisher, self.publisher))
        self._link(node, DCAT.landingPage, dataset.page)
        self._link(node, DCAT.theme, f"{EU}/data-theme/GOVE")
        self._link(node, DCTERMS.accrualPeriodicity, f"{EU}/frequency/CONT")
        self._common(node)
        if self.publication.contributor:
            self._link(node, DCATDE.contributorID, self.publication.contributor)
        if dataset.modified:
            self._moment(node, dataset.modified)
        if dataset.laender:
            self._link(
                node, DCATDE.politicalGeocodingLevelURI, f"{GEOCODING}/Level/state"
            )
        for land in dataset.laender:
            self._link(
                node, DCATDE.politicalGeocodingURI, f"{GEOCODING}/stateKey/{land}"
            )
        for keyword in dataset.keywords:
            self._text(node, DCAT.keyword, keyword)
        for distribution in dataset.distributions:
            file = self._distribution(distribution, dataset)
            self.graph.add((node, DCAT.distribution, file))
        return node

    def _distribution(self, distribution: Distribution, of: Dataset) -> URIRef:
        node = URIRef(f"{distribution.url}#distribution")
        self.graph.add((node, RDF.type, DCAT.Distribution))
        self._text(node, DCTERMS.title, distribution.title)
        self._link(node, DCAT.accessURL, distribution.url)
        self._link(node, DCAT.downloadURL, distribution.url)
        self._link(node, DCTERMS["format"], f"{EU}/file-type/{distribution.format}")
        self._link(node, DCAT.mediaType, f"{IANA}/{distribution.media_type}")
        if of.modified:
            self._moment(node, of.modified)
        licence = self.publication.licence
        if licence:
            self._link(node, DCTERMS.license, f"{LICENCES}/{licence.code}")
            if licence.names_publisher:
                self._text(
                    node,
                    DCATDE.licenseAttributionByText,
                    self.publication.publisher,
                )
        return node

    def _common(self, node: URIRef) -> None:
        code = LANGUAGES.get(self.language)
        if code:
            self._link(node, DCTERMS.language, f"{EU}/language/{code}")

    def _moment(self, node: URIRef, moment: datetime) -> None:
        value = Literal(moment.isoformat(), datatype=XSD.dateTime)
        self.graph.add((node, DCTERMS.modified, value))

    def _text(self, node: URIRef, predicate: URIRef, text: str) -> None:
        self.graph.add((node, predicate, Literal(text, lang=self.language)))

    def _link(self, node: URIRef, predicate: URIRef, address: str) -> None:
        self.graph.add((node, predicate, URIRef(address)))
