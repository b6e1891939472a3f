"""Content that WebDAV does not write."""

from zExceptions import MethodNotAllowed


class NoWebDAV:
    """Before Dexterity's classes: its PUT sets fields without asking any rule."""

    def PUT(self, REQUEST: object = None, RESPONSE: object = None) -> None:
        """Refuses."""
        raise MethodNotAllowed("PUT")
