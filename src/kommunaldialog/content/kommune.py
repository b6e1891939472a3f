"""Kommune: a municipality, Landkreis, Verwaltungsgemeinschaft or Zweckverband."""

from Acquisition import aq_base
from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.content.fields import choices
from kommunaldialog.content.fields import END_BEFORE_START
from kommunaldialog.content.fields import Municipalities
from kommunaldialog.content.fields import text_lines
from kommunaldialog.content.public import IPublic
from kommunaldialog.content.register import kommunen
from kommunaldialog.content.web import is_web_address
from kommunaldialog.content.wrong import Wrong
from kommunaldialog.domain.ags import parse_ags
from kommunaldialog.domain.municipality import check_kind
from kommunaldialog.domain.municipality import check_members
from kommunaldialog.domain.municipality import twin
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.messages import text
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import Invalid
from zope.interface import invariant


def is_ags(value: str) -> bool:
    """Constraint of a field: a valid key, or Invalid that says what to mend."""
    try:
        key = parse_ags(value)
    except Refused as refused:
        raise Wrong(text(refused.refusals[0])) from refused
    if key != value:
        raise Wrong(text(Refusal("ags_not_plain", params={"key": key})))
    return True


class IKommune(model.Schema):
    """Who a municipality is; the AGS is its identity, a name is not."""

    ags = schema.TextLine(
        title=_("content_kommune_ags", default="Amtlicher Gemeindeschlüssel (AGS)"),
        description=_(
            "content_kommune_ags_help",
            default=(
                "Acht Ziffern für eine Gemeinde oder einen Stadtkreis, fünf für einen "
                "Landkreis; mit führender Null. Eine Verwaltungsgemeinschaft hat die "
                "ersten neun Ziffern des Regionalschlüssels ihrer Gemeinden, ein "
                "Zweckverband Z, die zwei Ziffern des Landes und vier eigene: Z080001."
            ),
        ),
        constraint=is_ags,
    )
    ars = schema.TextLine(
        title=_("content_kommune_ars", default="Regionalschlüssel (ARS)"),
        required=False,
    )
    kind = schema.Choice(
        title=_("content_kommune_kind", default="Art"),
        vocabulary="kommunaldialog.MunicipalityKinds",
        default="gemeinde",
    )
    members = Municipalities(
        _("content_kommune_members", default="Mitglieder"),
        _(
            "content_kommune_members_help",
            default=(
                "Nur für Verwaltungsgemeinschaften und Zweckverbände. Die Gemeinden "
                "eines Landkreises ergeben sich aus ihren Schlüsseln."
            ),
        ),
    )
    official_name = schema.TextLine(
        title=_("content_kommune_official_name", default="Amtlicher Name"),
        required=False,
    )
    district = schema.TextLine(
        title=_("content_kommune_district", default="Landkreis"), required=False
    )
    population = schema.Int(
        title=_("content_kommune_population", default="Einwohnerzahl"),
        min=0,
        required=False,
    )
    population_date = schema.Date(
        title=_("content_kommune_population_date", default="Stand der Einwohnerzahl"),
        required=False,
    )
    longitude = schema.Float(
        title=_("content_kommune_longitude", default="Längengrad (WGS84)"),
        min=-180.0,
        max=180.0,
        required=False,
    )
    latitude = schema.Float(
        title=_("content_kommune_latitude", default="Breitengrad (WGS84)"),
        min=-90.0,
        max=90.0,
        required=False,
    )
    website = schema.URI(
        title=_("content_kommune_website", default="Website"),
        constraint=is_web_address,
        description=_("content_web_address", default="Adresse mit https://"),
        required=False,
    )

    model.fieldset(
        "advice",
        label=_("content_fieldset_advice", default="Kommunen beraten Kommunen"),
        fields=["advises_topics", "advises_methods", "advises_on", "contact"],
    )
    directives.widget("advises_topics", CheckBoxFieldWidget)
    advises_topics = choices(
        _("content_kommune_advises_topics", default="Berät andere zu diesen Themen"),
        "kommunaldialog.Topics",
    )
    directives.widget("advises_methods", CheckBoxFieldWidget)
    advises_methods = choices(
        _("content_kommune_advises_methods", default="Berät andere zu diesen Methoden"),
        "kommunaldialog.Methods",
    )
    advises_on = text_lines(
        _("content_kommune_advises_on", default="Berät andere Kommunen zu")
    )
    contact = schema.Choice(
        title=_("content_contact", default="Ansprechperson"),
        vocabulary="kommunaldialog.Contacts",
        required=False,
    )

    model.fieldset(
        "register",
        label=_("content_fieldset_register", default="Register"),
        fields=[
            "valid_from",
            "valid_to",
            "successor",
            "former_names",
            "source",
            "licence",
        ],
    )
    valid_from = schema.Date(
        title=_("content_kommune_valid_from", default="Gültig ab"), required=False
    )
    valid_to = schema.Date(
        title=_("content_kommune_valid_to", default="Gültig bis"), required=False
    )
    successor = schema.TextLine(
        title=_("content_kommune_successor", default="Nachfolgerin (AGS)"),
        constraint=is_ags,
        required=False,
    )
    former_names = text_lines(
        _("content_kommune_former_names", default="Frühere Namen")
    )
    source = schema.TextLine(
        title=_("content_kommune_source", default="Quelle der Daten"), required=False
    )
    licence = schema.TextLine(
        title=_("content_kommune_licence", default="Lizenz der Daten"), required=False
    )

    @invariant
    def key_is_its_own(data: "IKommune") -> None:
        context = aq_base(getattr(data, "__context__", None))
        if any(aq_base(other) is not context for other in kommunen(data.ags)):
            raise Invalid(
                _(
                    "content_kommune_ags_taken",
                    default=(
                        "Diesen Schlüssel hat schon eine andere Kommune. "
                        "Bitte prüfen Sie den Schlüssel."
                    ),
                )
            )

    @invariant
    def stadtkreis_is_there_once(data: "IKommune") -> None:
        context = aq_base(getattr(data, "__context__", None))
        other = twin(data.ags or "")
        if other and any(aq_base(one) is not context for one in kommunen(other)):
            raise Invalid(text(Refusal("stadtkreis_twice", params={"other": other})))

    @invariant
    def kind_fits_the_key(data: "IKommune") -> None:
        _refuse_first(check_kind(data.ags or "", data.kind or ""))

    @invariant
    def members_are_its_own(data: "IKommune") -> None:
        members = data.members or ()
        _refuse_first(check_members(data.ags or "", data.kind or "", members))

    @invariant
    def validity_is_in_order(data: "IKommune") -> None:
        if data.valid_from and data.valid_to and data.valid_to < data.valid_from:
            raise Invalid(END_BEFORE_START)


def _refuse_first(refusals: Iterator[Refusal]) -> None:
    for refusal in refusals:
        raise Invalid(text(refusal))


@implementer(IKommune, IPublic)
class Kommune(Container):
    """A municipality."""
