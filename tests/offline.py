"""A stopped instance of `make start`, opened to change what is in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from kommunaldialog.example.folder import Folder
from kommunaldialog.interfaces import IKommunaldialogLayer
from pathlib import Path
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import transaction


@contextmanager
def opened(home: Path) -> Iterator[Any]:
    """The portal of the instance folder `home`; what was changed is committed.

    Only once in a process, which opens its databases once.
    """
    folder = Folder(home)
    conf = folder.configure(folder.var)
    from Zope2.Startup.run import configure_wsgi

    configure_wsgi(str(conf))
    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    # Layers are marked on traversal, and nothing is traversed here.
    alsoProvides(app.REQUEST, IKommunaldialogLayer)
    setSite(app["portal"])
    try:
        yield app["portal"]
        transaction.commit()
    finally:
        transaction.abort()
        for database in Zope2.opened:
            database.close()
