"""Addresses of the product's own style sheets and scripts.

Zope lets browsers and proxies keep such files for a day. Each address therefore names
what its file holds: no form of today works with the script of the version before.
"""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from plone import api


def static_url(part: str, name: str) -> str:
    """Return the absolute address of a file in the folder `static` of `part`.

    `part` is a package of the product, such as ``"forms"``. Raises FileNotFoundError
    where it has no such file.
    """
    portal = api.portal.get().absolute_url()
    found = _fingerprint(part, name)
    return f"{portal}/++resource++kommunaldialog-{part}/{name}?v={found}"


@cache
def _fingerprint(part: str, name: str) -> str:
    file = files("kommunaldialog") / part / "static" / name
    return sha256(file.read_bytes()).hexdigest()[:12]
