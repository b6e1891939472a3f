"""``@kommunaldialog-words``: the lists of words that content takes its keys from."""

from kommunaldialog.access.permissions import may
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_changes import make_key
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import Word
from kommunaldialog.rest.service import StepService
from kommunaldialog.usecases.words import LISTS
from kommunaldialog.usecases.words import PERMISSION
from kommunaldialog.usecases.words import replace_list
from kommunaldialog.usecases.words import used
from plone import api
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from zExceptions import BadRequest
from zope.i18n import translate
import transaction


class ReadWords(Service):
    """GET: each list with its words in order; for who maintains them how often used."""

    def reply(self) -> dict[str, Any]:
        maintains = may(PERMISSION, self.context)
        language = api.portal.get_current_language()
        lists = {
            name: {
                "title": translate(IWordLists[name].title, context=self.request),
                "words": [
                    {
                        "key": word.key,
                        "title": word.title(language),
                        "german": word.german,
                        "english": word.english,
                        **({"used": used(name, word.key)} if maintains else {}),
                    }
                    for word in words(name)
                ],
            }
            for name in LISTS
        }
        url = f"{self.context.absolute_url()}/@kommunaldialog-words"
        return {"@id": url, "lists": lists}


class ChangeWords(StepService):
    """PATCH: makes each list that the body names what it says.

    ``{"topics": [{"key": …, "german": …, "english": …}, …]}``: a word without key is
    a new one, one that is left out is removed. All of it is done, or nothing.
    """

    def reply(self) -> dict[str, Any] | None:
        self.check_intent()
        lists = {
            name: _words(name, sent) for name, sent in json_body(self.request).items()
        }
        try:
            for name, found in lists.items():
                replace_list(name, found)
        except Refused as refused:
            # An earlier list of the same request may have been changed already.
            transaction.abort()
            return self.refused(refused)
        return self.reply_no_content()


def _words(name: str, sent: object) -> tuple[Word, ...]:
    if not isinstance(sent, list):
        raise BadRequest(f"{name} must be a list of words")
    found: list[Word] = []
    taken = [word.key for word in words(name)] if name in LISTS else []
    for row in sent:
        word = _word(row, [*taken, *(word.key for word in found)])
        found.append(word)
    return tuple(found)


def _word(row: object, taken: list[str]) -> Word:
    if not isinstance(row, dict):
        raise BadRequest("a word must be an object")
    key, german, english = (row.get(name, "") for name in ("key", "german", "english"))
    if not all(isinstance(value, str) for value in (key, german, english)):
        raise BadRequest("key, german and english must be texts")
    word = Word(
        key or make_key(german, taken),
        " ".join(german.split()),
        " ".join(english.split()),
    )
    if word.german:
        try:
            parse_word(as_line(word))
        except ValueError as error:
            raise BadRequest(str(error)) from error
    return word
