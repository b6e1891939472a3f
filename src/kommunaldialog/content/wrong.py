"""A value that a field's constraint refuses, with words for who entered it."""

from zope.i18nmessageid import Message
from zope.schema.interfaces import ValidationError


class Wrong(ValidationError):
    """Raised by a constraint.

    z3c.form and plone.restapi both show ``doc()``; plone.restapi answers an error 500
    to zope.interface's own Invalid.
    """

    def doc(self) -> Message:
        return self.args[0]
