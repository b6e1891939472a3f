"""Lists of words: what can't be done with one."""

from kommunaldialog import _
from zope.i18nmessageid import Message


WORDS: dict[str, Message] = {
    "word_missing": _(
        "messages_word_missing", default="Bitte schreiben Sie das deutsche Wort."
    ),
    "word_separator": _(
        "messages_word_separator",
        default="Ein senkrechter Strich (|) ist nicht möglich.",
    ),
    "word_too_long": _(
        "messages_word_too_long",
        default="Bitte schreiben Sie höchstens ${limit} Zeichen.",
    ),
    "word_taken": _(
        "messages_word_taken",
        default="Dieses Wort steht schon in der Liste.",
    ),
    "word_unknown": _(
        "messages_word_unknown",
        default="Dieses Wort steht nicht mehr in der Liste.",
    ),
    "word_list_unknown": _(
        "messages_word_list_unknown", default="Diese Liste gibt es nicht."
    ),
    "word_key_twice": _(
        "messages_word_key_twice", default="Ein Schlüssel steht zweimal in der Liste."
    ),
    "word_merge_target": _(
        "messages_word_merge_target",
        default="Bitte wählen Sie ein anderes Wort dieser Liste.",
    ),
    "word_in_use": _(
        "messages_word_in_use",
        default=(
            "„${word}“ steht auf Seiten (${pages}) und kann deshalb nicht entfernt "
            "werden. Sie können es mit einem anderen Wort zusammenlegen."
        ),
    ),
    "word_default": _(
        "messages_word_default",
        default=(
            "„${word}“ ist die Vorgabe in Formularen und bleibt deshalb in der Liste. "
            "Sie können es umbenennen."
        ),
    ),
}
