"""kommunaldialog: a Land's dialogues with its municipalities, in its Plone portal."""

from zope.i18nmessageid import MessageFactory
import logging


PACKAGE_NAME = "kommunaldialog"

_ = MessageFactory(PACKAGE_NAME)
logger = logging.getLogger(PACKAGE_NAME)
