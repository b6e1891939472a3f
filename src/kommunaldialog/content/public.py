"""What is made for the public: dialogues, results, tools, municipalities."""

from zope.interface import Interface


class IPublic(Interface):
    """Marks the types that the public overviews list."""


class ISection(Interface):
    """Marks the folder, or the site, at which a section of public pages begins."""
