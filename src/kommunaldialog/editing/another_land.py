"""Says it when a municipality of another Land is added: most often a mistyped key."""

from kommunaldialog import _
from kommunaldialog.content.kommune import Kommune
from kommunaldialog.controlpanel.interfaces import setting
from kommunaldialog.domain.ags import land
from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectAddedEvent


_SAID = "kommunaldialog.another_land"


def mention_another_land(kommune: Kommune, event: IObjectAddedEvent) -> None:
    """Shows a hint, once in a request; a neighbour may well take part."""
    own, request = setting("land_ags"), getRequest()
    if not own or land(kommune.ags or own) == own:
        return
    if not IKommunaldialogLayer.providedBy(request) or _SAID in IAnnotations(request):
        return
    IAnnotations(request)[_SAID] = True
    api.portal.show_message(
        _(
            "editing_another_land",
            default=(
                "Der Schlüssel ${ags} gehört zu einem anderen Land. Die Schlüssel "
                "dieses Portals (${land}) beginnen mit ${own}. Bitte prüfen Sie ihn."
            ),
            mapping={"ags": kommune.ags, "own": own, "land": setting("land") or own},
        ),
        request,
        "warning",
    )
