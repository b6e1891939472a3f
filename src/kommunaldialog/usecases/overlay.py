"""An application as it would be with what somebody typed; nothing is kept."""

from collections.abc import Mapping
from kommunaldialog.content.foerderantrag import Foerderantrag


class Overlay:
    """An application with other values, for what only reads it.

    ``values`` come as the arguments of `usecases.save.save`.
    """

    def __init__(
        self, application: Foerderantrag, values: Mapping[str, object]
    ) -> None:
        self._application = application
        for kind, value in values.items():
            if kind in ("answers", "documents"):
                setattr(self, kind, {**getattr(application, kind), **value})
            elif isinstance(value, Mapping):
                vars(self).update(value)
            else:
                setattr(self, kind, value)

    def __getattr__(self, name: str) -> object:
        return getattr(self._application, name)
