"""All that installing may change in a portal, as values that can be compared."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.SpecialUsers import system
from collections.abc import Iterator
from collections.abc import Mapping
from io import BytesIO
from plone.browserlayer.utils import registered_layers
from Products.PluginIndexes.interfaces import IPluggableIndex
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.interface import directlyProvidedBy
import re
import tarfile


# Change by themselves: when resources were last built, and what setup has logged.
PASSING = ("plone.resources.last_updated", "plone.bundles/plone.resourceRegistry")


def state(portal: Any) -> dict[str, Any]:
    """What a portal is, outside of the product's own content.

    First what GenericSetup exports of each of its tools, file by file; then what it
    exports nothing of, or not all of it.
    """
    return {
        **{f"export {name}": text for name, text in exported(portal)},
        "registry": {
            name: repr(plain(record.value))
            for name, record in portal.portal_registry.records.items()
            if name not in PASSING
        },
        "attributes": sorted(name for name in vars(portal) if name != "_p_changed"),
        "marks": marks(portal),
        "annotations": sorted(IAnnotations(portal)),
        "roles": sorted(portal.validRoles()),
        "PAS roles": sorted(portal.acl_users.portal_role_manager.listRoleIds()),
        "PAS plugins": plugins(portal.acl_users),
        "permissions": permissions(portal),
        "types": {
            info.getId(): facts(info) for info in portal.portal_types.objectValues()
        },
        "workflows": {
            flow.getId(): sorted([*flow.states, *flow.transitions, *flow.permissions])
            for flow in portal.portal_workflow.objectValues()
        },
        "chains": dict(portal.portal_workflow.listChainOverrides()),
        "default chain": portal.portal_workflow.getDefaultChain(),
        "indexes": {
            name: index.meta_type
            for name, index in portal.portal_catalog.Indexes.objectItems()
            if IPluggableIndex.providedBy(index)
        },
        "catalog": sorted(portal.portal_catalog.objectIds()),
        "columns": sorted(portal.portal_catalog.schema()),
        "layers": sorted(layer.__identifier__ for layer in registered_layers()),
        "versions": sorted(portal.portal_repository.getVersionableContentTypes()),
        "versions' policies": {
            name: sorted(policies)
            for name, policies in portal.portal_repository.getPolicyMap().items()
            if policies
        },
        "compared": {n: repr(d) for n, d in portal.portal_diff._pt_diffs.items()},
        "utilities": sorted(
            f"{found.provided.__identifier__} {found.name}"
            for found in portal.getSiteManager().registeredUtilities()
        ),
        "adapters": sorted(map(repr, portal.getSiteManager().registeredAdapters())),
        "handlers": sorted(map(repr, portal.getSiteManager().registeredHandlers())),
        "profiles": profiles(portal.portal_setup),
        "content": dict(content(portal)),
        "groups": {
            group.getId(): sorted(group.getGroupMemberIds())
            for group in portal.portal_groups.listGroups()
        },
    }


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """What is not the same in two states, a line each."""
    found = []
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            found += [f"{name}: {line}" for line in differences(old, new)]
        elif isinstance(old, str) and isinstance(new, str) and "\n" in old + new:
            gone, come = set(old.splitlines()), set(new.splitlines())
            found += [f"{name}: - {line.strip()}" for line in sorted(gone - come)]
            found += [f"{name}: + {line.strip()}" for line in sorted(come - gone)]
            if gone == come:
                found.append(f"{name}: in another order")
        else:
            found.append(f"{name}: {old!r} -> {new!r}")
    return found


def exported(portal: Any) -> Iterator[tuple[str, str]]:
    """The files that GenericSetup writes of the portal, with their text."""
    # Templates of the exporters ask for more than a site's Manager has.
    before = getSecurityManager()
    newSecurityManager(None, system)
    try:
        setup = portal.portal_setup
        # `content` below is what matters of pages and folders.
        steps = [step for step in setup.listExportSteps() if step != "content"]
        archive = setup._doRunExportSteps(steps)["tarball"]
    finally:
        setSecurityManager(before)
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        for member in tar.getmembers():
            if member.isfile():
                text = tar.extractfile(member).read().decode("utf-8", "replace")
                yield member.name, without_passing(text)


def without_passing(text: str) -> str:
    """An export without the records, and the defaults, that time changes by itself."""
    records = re.split(r"(?=^\s*<record\b)", text, flags=re.M)
    kept = (r for r in records if not any(name in r for name in PASSING))
    return re.sub(r"<default>\d{4}-\d\d-\d\d .*?</default>", "", "".join(kept))


def plain(value: Any) -> Any:
    """A value of the registry; of a set, in an order that does not change."""
    if isinstance(value, set | frozenset):
        return sorted(value, key=repr)
    if isinstance(value, Mapping):
        return {key: plain(value[key]) for key in sorted(value)}
    return value


def facts(info: Any) -> dict[str, Any]:
    """The settings of a content type."""
    return {
        **dict(info.propertyItems()),
        "kind": info.meta_type,
        "aliases": dict(getattr(info, "_aliases", None) or {}),
        "actions": [action.getId() for action in info._actions],
    }


def permissions(portal: Any) -> dict[str, Any]:
    """Who has which permission in the portal, and whether it acquires the rest.

    Not those of the product: Zope knows them as long as its code is there.
    """
    return {
        name: (
            sorted(r["name"] for r in portal.rolesOfPermission(name) if r["selected"]),
            bool(portal.acquiredRolesAreUsedBy(name)),
        )
        for name, *_rest in portal.ac_inherited_permissions(1)
        if not name.startswith("kommunaldialog: ")
    }


def plugins(folder: Any) -> dict[str, Any]:
    """The plugins of the user folder, and for what each is used, in order."""
    active = folder.plugins
    return {
        "all": sorted(folder.objectIds()),
        **{
            info["id"]: list(active.listPluginIds(info["interface"]))
            for info in active.listPluginTypeInfo()
        },
    }


def profiles(setup: Any) -> dict[str, Any]:
    """The versions of all profiles but of the product's uninstall profile's run."""
    return {
        name: version
        for name, version in setup._profile_upgrade_versions.items()
        if not name.startswith("kommunaldialog:")
    }


def marks(item: Any) -> list[str]:
    """The marker interfaces of one object."""
    return sorted(found.__identifier__ for found in directlyProvidedBy(item))


def content(portal: Any) -> Iterator[tuple[str, Any]]:
    """What each page, folder and file of the portal is and shows, and for whom."""
    for brain in portal.portal_catalog.unrestrictedSearchResults(sort_on="path"):
        item = brain._unrestrictedGetObject()
        view = portal.portal_workflow.getInfoFor(item, "review_state", None)
        yield (
            brain.getPath(),
            {
                "type": item.portal_type,
                "title": item.title,
                "state": view,
                "layout": item.getProperty("layout", None),
                "default page": item.getProperty("default_page", None),
                "marks": marks(item),
                "annotations": sorted(IAnnotations(item)),
                "local roles": sorted(map(repr, item.get_local_roles())),
                "order": list(item.objectIds()) if hasattr(item, "objectIds") else None,
                "words": portal.portal_catalog.getIndexDataForRID(brain.getRID()).get(
                    "SearchableText"
                ),
            },
        )
