"""A MailHost for development that writes mail into a folder.

`make start` puts it into the example site. No profile does, so a portal that installs
the add-on or its demo profile keeps the MailHost that it has.
"""

from datetime import datetime
from datetime import UTC
from pathlib import Path
from Products.MailHost.interfaces import IMailHost
from Products.MailHost.MailHost import MailHost
from typing import Any
import os
import uuid


FOLDER_VARIABLE = "KOMMUNALDIALOG_MAIL_FOLDER"


class FolderMailer:
    """Writes each message as a file; what zope.sendmail calls a mailer."""

    def vote(self, sender: str, recipients: Any, message: bytes) -> None:
        """Nothing can be asked beforehand."""

    def abort(self) -> None:
        """Nothing was begun."""

    def send(self, sender: str, recipients: Any, message: bytes) -> None:
        """Write the message under a name that sorts by time.

        Raises KeyError if the environment names no folder.
        """
        folder = Path(os.environ[FOLDER_VARIABLE])
        folder.mkdir(parents=True, exist_ok=True)
        moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        file = folder / f"{moment}-{uuid.uuid4().hex[:8]}.eml"
        part = file.with_suffix(".part")
        part.write_bytes(message)
        # Who watches the folder never sees half a message.
        part.replace(file)


class FolderMailHost(MailHost):
    """The site's MailHost with a folder behind it instead of a mail server."""

    meta_type = "Folder Mail Host"

    def _makeMailer(self) -> FolderMailer:
        return FolderMailer()


def use_folder(site: Any) -> None:
    """Put a FolderMailHost in the place of the site's MailHost."""
    old = site["MailHost"]
    manager = site.getSiteManager()
    manager.unregisterUtility(provided=IMailHost)
    site._delObject("MailHost")
    site._setObject("MailHost", FolderMailHost("MailHost", old.title))
    manager.registerUtility(site["MailHost"], IMailHost)
