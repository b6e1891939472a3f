"""The municipalities' register, for a list to choose from."""

from itertools import groupby
from kommunaldialog.content.register import municipality_titles
from kommunaldialog.domain.ags import is_kreis
from kommunaldialog.domain.ags import kreis


def municipalities_by_kreis() -> list[tuple[str, list[tuple[str, str]]]]:
    """The register by Kreis: its name and the AGS and name of what lies in it.

    First, under an empty name, what lies in no Kreis of the register: the Landkreise
    themselves and the Stadtkreise.
    """
    titles = municipality_titles()
    names = {ags: title for ags, title in titles if is_kreis(ags)}

    def group(item: tuple[str, str]) -> str:
        return "" if is_kreis(item[0]) else names.get(kreis(item[0]), "")

    # Sorting is stable: by name within each group.
    return [
        (name, list(found))
        for name, found in groupby(sorted(titles, key=group), key=group)
    ]
