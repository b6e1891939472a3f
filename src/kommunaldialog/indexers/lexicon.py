"""German word forms for the full text index of the public pages.

"Häuser" finds "Haus", "Strasse" finds "Straße", "Haeuser" finds both: words are folded
to lower case and brought to their stem by Snowball's German algorithm, and accents
that are left are dropped. A word of four letters or more also finds what begins with
its stem, since German writes compounds as one word ("wohnen": "Wohnungsbau").
"""

from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from Products.ZCTextIndex.interfaces import ISplitter
from Products.ZCTextIndex.PipelineFactory import element_factory
from threading import Lock
from zope.interface import implementer
import re
import snowballstemmer
import unicodedata


# As profiles/default/catalog.xml names the element of the lexicon.
GROUP, NAME = "Word Splitter", "kommunaldialog German word forms"
# The stem of a shorter word begins too many others.
SHORTEST_PREFIX = 4
# More than anybody means; each word costs.
MOST_WORDS = 10
# Words that a question is full of and that say nothing of what is looked for.
_STOP_WORDS = """
    aber als am an auch auf aus bei das dass dem den der des die ein eine einem einen
    einer eines es für hat haben ich im in ins ist mit nach nicht oder sich sie sind so
    um und vom von vor was wer wie wir wird zu zum zur über
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_WORD = re.compile(r"\w+")
_WORD_OR_PREFIX = re.compile(r"\w+\*?")
_STEMMER = snowballstemmer.stemmer("german")
# A stemmer keeps its state in itself, and a portal works in several threads.
_ONE_AT_A_TIME = Lock()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a word have in common, in lower case and without accents."""
    with _ONE_AT_A_TIME:
        stemmed = _STEMMER.stemWord(word.casefold())
    letters = unicodedata.normalize("NFKD", stemmed)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@implementer(ISplitter)
class GermanWordForms:
    """The one element of the lexicon's pipeline: splits texts and stems their words."""

    def process(self, texts: Iterable[str]) -> list[str]:
        """The words of texts that are indexed."""
        return [stem(word) for text in texts for word in _WORD.findall(_composed(text))]

    def processGlob(self, texts: Iterable[str]) -> list[str]:
        """The words of a query; a word that ends in ``*`` stands for its prefix."""
        return [
            stem(word.rstrip("*")) + ("*" if word.endswith("*") else "")
            for text in texts
            for word in _WORD_OR_PREFIX.findall(_composed(text))
        ]

    def process_post_glob(self, texts: Iterable[str]) -> list[str]:
        """Stems of a parsed query, which must not be stemmed again."""
        return [word for text in texts for word in text.split()]

    def __eq__(self, other: object) -> bool:
        # Importing the profile again must not empty the lexicon of a full index.
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


def text_query(typed: str) -> str:
    """What to ask the index for words that somebody typed; empty for no word at all.

    All of the words have to be there. Nothing of what was typed is an operator.
    """
    words = list(dict.fromkeys(_WORD.findall(_composed(typed).casefold())))
    telling = [word for word in words if word not in STOP_WORDS] or words
    return " AND ".join(_either(word) for word in telling[:MOST_WORDS])


def _either(word: str) -> str:
    # The word itself counts twice, so that it comes before what begins with it.
    if len(stem(word)) < SHORTEST_PREFIX:
        return f'"{word}"'
    return f'("{word}" OR "{word}*")'


# Already there where the module is read again.
with suppress(ValueError):
    element_factory.registerFactory(GROUP, NAME, GermanWordForms)
