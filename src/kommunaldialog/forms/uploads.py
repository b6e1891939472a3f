"""A file that arrives with a request, checked before it becomes a blob.

Nothing of it is kept anywhere else: plone.formwidget.namedfile keeps uploads of a
form with errors at the site root, for everybody to fill the disk (D4 of easyform).
"""

from io import BytesIO
from kommunaldialog.domain.text import printable
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.values import Unreadable
from plone.namedfile.file import NamedBlobFile
from ZPublisher.HTTPRequest import FileUpload
import os
import re


_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\]+")
_LONGEST_NAME = 150


def read_upload(question: Question, upload: FileUpload) -> NamedBlobFile:
    """Return the answer to `question` as a file of our own; raises `Unreadable`."""
    # Lint lets no question without a rule through.
    return read_file(question.file_rules[0], upload)


def read_file(rule: FileRule, upload: FileUpload) -> NamedBlobFile:
    """Return `upload` as a file of our own; raises `Unreadable` where `rule` refuses.

    The media type is the one that the rule knows for the extension, never what the
    browser claims: it decides how the file is served.
    """
    filename = file_name(upload.filename)
    upload.seek(0, os.SEEK_END)
    size = upload.tell()
    upload.seek(0)
    message = rule.check(filename, size, upload)
    upload.seek(0)
    if message is not None:
        raise Unreadable(message)
    return _kept(rule, filename, upload)


def read_data(rule: FileRule, claimed: str, data: bytes) -> NamedBlobFile:
    """Return the same of what came as bytes with the name ``claimed``."""
    filename = file_name(claimed)
    message = rule.check(filename, len(data), BytesIO(data))
    if message is not None:
        raise Unreadable(message)
    return _kept(rule, filename, data)


def _kept(rule: FileRule, filename: str, data: FileUpload | bytes) -> NamedBlobFile:
    content_type = rule.type_of(filename).content_type
    return NamedBlobFile(data=data, filename=filename, contentType=content_type)


def file_name(claimed: str) -> str:
    """Return the last part of a path, without signs that a file system refuses.

    Nor does it begin as a view's name or a namespace does in Zope's addresses.
    """
    last = re.split(r"[/\\]", claimed)[-1]
    name = printable(_UNSAFE.sub("_", last)).strip().lstrip("@+")
    stem, extension = os.path.splitext(name)
    return (stem[: _LONGEST_NAME - len(extension)] + extension) or "datei"
