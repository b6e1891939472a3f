"""Files that come with a form."""

from kommunaldialog.register.source import MAX_BYTES
from ZPublisher.HTTPRequest import HTTPRequest


def uploaded(request: HTTPRequest, name: str) -> bytes:
    """Content of a file, no more than one byte beyond the limit; empty without one."""
    upload = request.form.get(name)
    if not getattr(upload, "filename", ""):
        return b""
    upload.seek(0)
    return upload.read(MAX_BYTES + 1)
