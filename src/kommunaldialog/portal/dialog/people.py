"""Who takes part in a dialogue and who stands behind it."""

from kommunaldialog import _
from kommunaldialog.portal.page import PublicPage
from zope.i18nmessageid import Message


ROLES = (
    ("initiators", _("portal_role_initiators", default="Initiiert von")),
    ("organisers", _("portal_role_organisers", default="Veranstalter")),
    ("funders", _("portal_role_funders", default="Förderer")),
    ("science", _("portal_role_science", default="Wissenschaft")),
    ("partners", _("portal_role_partners", default="Partner")),
)

# One message, so that a language writes its numbers as it does.
NUMBERS = _(
    "portal_number_words",
    default="null eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
)


def by_role(page: PublicPage) -> list[dict[str, object]]:
    """Initiators and partners by role; roles that nobody has are left out."""
    return [
        {"role": role, "names": getattr(page.context, name)}
        for name, role in ROLES
        if getattr(page.context, name)
    ]


def municipality_count(page: PublicPage) -> str:
    """ "Zehn Kommunen": how many take part, where not all are named."""
    count = page.context.municipality_count
    if not count:
        return ""
    words = page.translate(NUMBERS).split()
    word = words[count] if count < len(words) else page.number(count)
    message = _(
        "portal_dialog_count",
        default="${number} Kommunen",
        mapping={"number": word[:1].upper() + word[1:]},
    )
    if count == 1:
        message = _("portal_dialog_count_one", default="Eine Kommune")
    return page.translate(message)


def names_incomplete(page: PublicPage) -> Message | None:
    """What to say about the municipalities that are not named."""
    count = page.context.municipality_count or 0
    named = len(page.context.municipalities or ())
    if count <= named:
        return None
    if named:
        return _(
            "portal_dialog_names_some",
            default="Hier stehen nur die, deren Namen bekannt sind.",
        )
    return _("portal_dialog_names_unknown", default="Ihre Namen sind nicht bekannt.")
