"""Where municipalities are, and where new ones may come."""

from collections import Counter
from plone import api


def folders() -> list[tuple[str, str]]:
    """(UID, title) of the folders to choose from, the best first; "" is the portal.

    First those that hold municipalities, by their number; then the portal's own
    folders.
    """
    catalog = api.portal.get_tool("portal_catalog")
    portal = api.portal.get()
    root = "/".join(portal.getPhysicalPath())
    count = Counter(
        brain.getPath().rpartition("/")[0]
        for brain in catalog.unrestrictedSearchResults(portal_type="Kommune")
    )
    top = catalog(
        path={"query": root, "depth": 1},
        portal_type=("Folder", "Document"),
        is_folderish=True,
        sort_on="sortable_title",
    )
    titles = {brain.getPath(): (brain.UID, brain.Title) for brain in top}
    for path in count:
        if path not in titles and path != root:
            (brain,) = catalog.unrestrictedSearchResults(
                path={"query": path, "depth": 0}
            )
            titles[path] = (brain.UID, brain.Title)
    titles[root] = ("", portal.title)
    order = sorted(titles, key=lambda path: (-count[path], path == root))
    return [titles[path] for path in order]
