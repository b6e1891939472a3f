"""``@@daten``, and its files: ``dialoge.csv``, ``katalog.ttl`` …

A file takes the parameters of the overview that shows the same to people.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.exports.dcat import Catalogue
from kommunaldialog.exports.dcat import catalogue
from kommunaldialog.exports.dcat import Dataset
from kommunaldialog.exports.dcat import Distribution
from kommunaldialog.exports.dcat import FORMATS
from kommunaldialog.exports.geojson import geojson
from kommunaldialog.exports.geojson import MEDIA_TYPE
from kommunaldialog.exports.public_table import csv_table
from kommunaldialog.exports.publication import Publication
from kommunaldialog.exports.publication import publication
from kommunaldialog.exports.table import CSV_TYPE
from kommunaldialog.portal.data_sets.sets import DataSet
from kommunaldialog.portal.data_sets.sets import SETS
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.portal.permalink import permalink
from typing import NamedTuple
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


CATALOGUE = "katalog"
# Suffix of a data set's file -> code of the EU's list, media type.
FILES = {
    "csv": ("CSV", CSV_TYPE),
    "geojson": ("GEOJSON", MEDIA_TYPE),
}


class Shown(NamedTuple):
    """A data set as it is shown; `page` shows people the same."""

    name: str
    title: str
    description: str
    number: str
    page: str
    csv: str
    # Empty for what lies nowhere.
    geojson: str


@implementer(IPublishTraverse)
class DataPage(PublicPage):
    """What there is to download below the context, and the files themselves."""

    file = ""

    def publishTraverse(self, request: HTTPRequest, name: str) -> "DataPage":
        """``@@daten/dialoge.csv`` is a file."""
        if self.file or not _is_file(name):
            raise NotFound(self, name, request)
        self.file = name
        return self

    def __call__(self) -> str | bytes:
        if not self.file:
            return self.index()
        name, _dot, suffix = self.file.partition(".")
        if name == CATALOGUE:
            content, media_type = self._catalogue(suffix), FORMATS[suffix][1]
        else:
            content, media_type = self._data(name, suffix), FILES[suffix][1]
        response = self.request.response
        response.setHeader("Content-Type", media_type)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.file}"')
        return content

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.translate(_("portal_data", default="Daten"))

    def page_title(self) -> str:
        """The window's title."""
        return f"{self.title} – {self.context.Title()}"

    @cached_property
    def publication(self) -> Publication:
        """Publisher and licence."""
        return publication()

    @property
    def licence(self) -> str:
        """What the licence is called; empty for none."""
        licence = self.publication.licence
        return self.translate(licence.title) if licence else ""

    @property
    def sets(self) -> list[Shown]:
        """The data sets with the number of what is in them."""
        return [self._shown(data_set) for data_set in SETS.values()]

    @property
    def turtle(self) -> str:
        """Address of the catalogue in Turtle."""
        return self._file_url(CATALOGUE, "ttl")

    @property
    def jsonld(self) -> str:
        """Address of the catalogue as JSON-LD."""
        return self._file_url(CATALOGUE, "jsonld")

    def _shown(self, data_set: DataSet) -> Shown:
        found = data_set.of(self.context, data_set.name, {})
        return Shown(
            name=data_set.name,
            title=self.translate(data_set.title),
            description=self.translate(data_set.description),
            number=self.number(len(found)),
            page=self.address(data_set.name),
            csv=self._file_url(data_set.name, "csv"),
            geojson=self._map_url(data_set),
        )

    def _map_url(self, data_set: DataSet) -> str:
        there = "geojson" in data_set.suffixes
        return self._file_url(data_set.name, "geojson") if there else ""

    def _file_url(self, name: str, suffix: str) -> str:
        return f"{self.address('daten')}/{name}.{suffix}"

    def _data(self, name: str, suffix: str) -> bytes:
        found = SETS[name].of(self.context, name, self.request.form)
        if suffix == "csv":
            return csv_table(name, found.items())
        return geojson(found.items())

    def _catalogue(self, suffix: str) -> bytes:
        # It stays the same data set wherever the section moves.
        uri = permalink(self.context, "daten")
        context = self.context.Title()
        about = _(
            "portal_data_catalogue_about",
            default="Dialoge, Ergebnisse und geförderte Maßnahmen: ${context}",
            mapping={"context": context},
        )
        whole = Catalogue(
            uri=uri,
            title=self.page_title(),
            description=self.translate(about),
            page=self.address("daten"),
            language=self.language,
            publisher_uri=f"{uri}#herausgeber",
            datasets=tuple(
                self._dataset(data_set, f"{uri}#{data_set.name}")
                for data_set in SETS.values()
            ),
        )
        return catalogue(whole, self.publication, suffix)

    def _dataset(self, data_set: DataSet, uri: str) -> Dataset:
        found = data_set.of(self.context, data_set.name, {})
        title = f"{self.translate(data_set.title)} – {self.context.Title()}"
        return Dataset(
            uri=uri,
            title=title,
            description=self.translate(data_set.description),
            page=self.address(data_set.name),
            modified=found.modified,
            laender=found.laender,
            keywords=tuple(self.translate(data_set.keywords).split(", ")),
            distributions=tuple(
                Distribution(
                    url=self._file_url(data_set.name, suffix),
                    title=f"{title} ({code})",
                    format=code,
                    media_type=media_type.partition(";")[0],
                )
                for suffix in data_set.suffixes
                for code, media_type in [FILES[suffix]]
            ),
        )


def _is_file(name: str) -> bool:
    stem, _dot, suffix = name.partition(".")
    return (stem in SETS and suffix in SETS[stem].suffixes) or (
        stem == CATALOGUE and suffix in FORMATS
    )
