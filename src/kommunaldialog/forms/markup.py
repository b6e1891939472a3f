"""Rich text that editors wrote into a form, reduced to harmless markup."""

from lxml_html_clean import Cleaner


_TAGS = frozenset(
    {"p", "br", "strong", "b", "em", "i", "u", "ul", "ol", "li", "a", "h3", "h4"}
    | {"blockquote", "span", "sub", "sup", "div"}
)
_CLEANER = Cleaner(
    allow_tags=_TAGS,
    remove_unknown_tags=False,
    safe_attrs_only=True,
    safe_attrs=frozenset({"href", "title", "lang"}),
    links=True,
    add_nofollow=False,
)


def clean(value: object) -> str:
    """Return the HTML of a rich text value, or of text, without scripts and styles.

    Read from the raw text: the cached output of a RichTextValue needs a portal, and
    a form is parsed without one.
    """
    raw = getattr(value, "raw", value) or ""
    return _CLEANER.clean_html(f"<div>{raw}</div>") if raw.strip() else ""
