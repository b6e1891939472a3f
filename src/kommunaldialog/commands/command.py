"""What the operator's commands that look at things one by one have in common."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import datetime
from kommunaldialog import logger
from kommunaldialog.access.arrival import arrival
from kommunaldialog.access.parts import FUNDING
from kommunaldialog.access.parts import offered
from kommunaldialog.commands.posted import PostedCommand
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from plone import api
from typing import Any
import transaction


ATTEMPTS = 5

# What was done to one draft, in words for the operator; None where nothing was due.
Done = dict[str, str] | None


class DraftCommand(PostedCommand):
    """Looks at each draft in a transaction of its own, so that none holds up another.

    A draft that fails is in the log with its reason, and the others go on; the next
    run tries it again. No token is asked for: whoever makes a manager's browser call
    this lets happen what is due anyway. Only applications in one of `states` are
    looked at.
    """

    states: tuple[State, ...] = (State.DRAFT, State.TO_SIGN, State.WITHDRAWN)

    def answer(self) -> dict[str, Any]:
        """What was done: `dry_run`, `done` and `failed` (a number).

        With `probelauf` in the request nothing is done and `done` says what would
        be. The response is 500 where a draft failed, for the scheduler.
        """
        dry_run = bool(self.request.form.get("probelauf"))
        act = self.would_do if dry_run else self.do
        moment = arrival(self.request)
        done, failed = _each(self.context, self.paths(moment), act, moment)
        if failed:
            self.request.response.setStatus(500)
        return {"dry_run": dry_run, "done": done, "failed": failed}

    def paths(self, moment: datetime) -> list[str]:
        """The paths of all that is looked at."""
        return _paths(self.states)

    def do(self, application: Foerderantrag, moment: datetime) -> Done:
        """Do what is due at ``moment`` and say what it was."""
        raise NotImplementedError

    def would_do(self, application: Foerderantrag, moment: datetime) -> Done:
        """Say what `do` would do; changes nothing."""
        raise NotImplementedError


def _each(
    site: object,
    paths: Iterable[str],
    act: Callable[[Foerderantrag, datetime], Done],
    moment: datetime,
) -> tuple[list[dict[str, str]], int]:
    done, failed = [], 0
    for path in paths:
        try:
            found = _in_transaction(site, path, act, moment)
        except Exception:
            failed += 1
            logger.exception("Could not be looked at: %s", path)
            continue
        if found:
            done.append(found)
    return done, failed


def _in_transaction(
    site: object,
    path: str,
    act: Callable[[Foerderantrag, datetime], Done],
    moment: datetime,
) -> Done:
    for attempt in transaction.manager.attempts(ATTEMPTS):
        with attempt:
            # Gone since the list was made: a colleague runs the same command.
            application = site.unrestrictedTraverse(path, None)
            done = act(application, moment) if application is not None else None
    return done


def _paths(states: tuple[State, ...]) -> list[str]:
    # Nobody is told of pages that are not there, and nothing that rests is lost.
    if not offered(FUNDING):
        return []
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Foerderantrag",
        review_state=[state.value for state in states],
    )
    return [brain.getPath() for brain in brains]
