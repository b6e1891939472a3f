"""A question's condition in words: "Nur ausfüllen, wenn bei „Ort“ „Halle“ steht."""

from collections.abc import Callable
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.schema import ParsedForm
from zope.i18nmessageid import Message


_WORDS = {
    "=": _("forms_when_equal", default="bei „${question}“ „${value}“ angegeben ist"),
    "!=": _(
        "forms_when_not_equal",
        default="bei „${question}“ nicht „${value}“ angegeben ist",
    ),
    "<": _("forms_when_less", default="„${question}“ unter ${value} liegt"),
    "<=": _("forms_when_at_most", default="„${question}“ höchstens ${value} ist"),
    ">": _("forms_when_more", default="„${question}“ über ${value} liegt"),
    ">=": _("forms_when_at_least", default="„${question}“ mindestens ${value} ist"),
    "": _("forms_when_answered", default="„${question}“ beantwortet ist"),
}
_TICKED = _("forms_when_ticked", default="bei „${question}“ „Ja“ angegeben ist")
_NOT = _("forms_when_not", default="nicht gilt: ${condition}")
_AND = _("forms_when_and", default=" und ")
_OR = _("forms_when_or", default=" oder ")


def in_words(
    condition: conditions.Condition,
    parsed: ParsedForm,
    translate: Callable[[Message], str],
) -> str:
    """Return `condition` as the part of a sentence that follows "wenn"."""
    match condition:
        case conditions.Test():
            return translate(_test(condition, parsed))
        case conditions.Not(part):
            inner = in_words(part, parsed, translate)
            return translate(Message(_NOT, mapping={"condition": inner}))
        case conditions.Both(parts):
            return translate(_AND).join(in_words(p, parsed, translate) for p in parts)
        case conditions.Either(parts):
            return translate(_OR).join(in_words(p, parsed, translate) for p in parts)


def _test(test: conditions.Test, parsed: ParsedForm) -> Message:
    question = parsed.questions[test.name]
    yes_no = question.kind.value == "yes_no"
    words = _TICKED if yes_no and not test.op else _WORDS[test.op]
    value = dict(question.choices).get(test.value, test.value)
    if yes_no and test.op:
        value = "Ja" if conditions.is_true(test.value) else "Nein"
    return Message(words, mapping={"question": question.label, "value": value})
