"""How a call pays: when, and from which place of the budget."""

from kommunaldialog import _
from kommunaldialog.domain.payment import FIRST_YEAR
from kommunaldialog.domain.payment import LAST_YEAR
from kommunaldialog.domain.payment import LONGEST_CODE
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IProgrammeMoney(model.Schema):
    """Payments: what they wait for, and the place in the budget that pays them."""

    model.fieldset(
        "money",
        label=_("content_fieldset_money", default="Geld"),
        fields=[
            "payment_after_finality",
            "budget_year",
            "budget_chapter",
            "budget_title",
        ],
    )
    # Where the office books is not for everybody; editors have it in the form.
    directives.read_permission(
        budget_year="kommunaldialog.ListApplications",
        budget_chapter="kommunaldialog.ListApplications",
        budget_title="kommunaldialog.ListApplications",
    )
    payment_after_finality = schema.Bool(
        title=_(
            "content_money_finality",
            default="Auszahlung erst, wenn der Bescheid bestandskräftig ist",
        ),
        description=_(
            "content_money_finality_help",
            default=(
                "Oder wenn die Kommune auf Rechtsbehelfe verzichtet hat. Anfordern "
                "kann sie das Geld schon vorher."
            ),
        ),
        default=False,
        required=False,
    )
    budget_year = schema.Int(
        title=_("content_money_year", default="Haushaltsjahr"),
        description=_(
            "content_money_year_help",
            default=(
                "Vorschlag für jede Auszahlung. Ohne Angabe das Jahr, in dem sie "
                "vorbereitet wird."
            ),
        ),
        min=FIRST_YEAR,
        max=LAST_YEAR,
        required=False,
    )
    budget_chapter = schema.TextLine(
        title=_("content_money_chapter", default="Kapitel"),
        max_length=LONGEST_CODE,
        required=False,
    )
    budget_title = schema.TextLine(
        title=_("content_money_title", default="Titel"),
        max_length=LONGEST_CODE,
        required=False,
    )
