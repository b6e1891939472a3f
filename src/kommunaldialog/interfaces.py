"""The browser layer: what the product adds to a site is bound to it."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IKommunaldialogLayer(IDefaultBrowserLayer):
    """Active on requests to a site in which the add-on is installed."""
