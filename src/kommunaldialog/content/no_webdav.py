"""Content that WebDAV does not write.

No mixin: a class before Dexterity's own would hide how that finds its behaviors.
"""

from zExceptions import MethodNotAllowed


def refuse_put(self: object, REQUEST: object = None, RESPONSE: object = None) -> None:
    """In the place of Dexterity's PUT, which sets fields without asking any rule."""
    raise MethodNotAllowed("PUT")
