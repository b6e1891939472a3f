"""What the records of a case store have in common."""


class Record:
    """Is never published and never expires.

    plone.restapi sets publication dates unasked, also below what it was asked for.
    """

    def setEffectiveDate(self, date: object) -> None:
        """Keeps it without a date of publication."""

    def setExpirationDate(self, date: object) -> None:
        """Keeps it without a date of expiry."""

    def addCreator(self, creator: str | None = None) -> None:
        """Adds nobody: a use case says whose it is, and Plone names who changes it."""
