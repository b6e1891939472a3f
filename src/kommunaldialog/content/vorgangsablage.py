"""Vorgangsablage: the case store of a programme.

It is unordered, since an order list makes every two new applications conflict, and
it is written by use cases only.
"""

from AccessControl import Unauthorized
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from decimal import Decimal
from kommunaldialog.content.record import Record
from persistent import Persistent
from plone.base.interfaces import IHideFromBreadcrumbs
from plone.dexterity.content import Container
from plone.supermodel import model
from zope.interface import implementer


class Ledger(Persistent):
    """Numbers, money and counts of one programme, decided in one place.

    Two transactions that change the same ledger conflict, and the later one runs
    again: that is what keeps numbers without gaps and budgets within their limit.
    A catalog's sum would not conflict.
    """

    def __init__(self) -> None:
        self.last_number = 0
        # Euro bound by all decisions, and by each: id of an application -> Euro
        self.granted = Decimal("0.00")
        self.bound = OOBTree()
        # AGS -> ids of that municipality's applications that count
        self.applications = OOBTree()
        # AGS -> {id of an application: Euro that it asks for, or got}
        self.claims = OOBTree()
        # (user, token) of a form -> id of the application that it began or entered
        self.begun = OOBTree()
        # (user, token) of a form -> id of the consultation that it recorded
        self.consulted = OOBTree()

    def next_number(self) -> int:
        """The next number of this programme's applications, from 1."""
        self.last_number += 1
        return self.last_number

    def count(self, ags: str) -> int:
        """How many applications of that municipality count."""
        return len(self.applications.get(ags, ()))

    def add(self, ags: str, application_id: str) -> None:
        """From now on the application counts for its municipality."""
        self.applications[ags] = (*self.applications.get(ags, ()), application_id)

    def remove(self, ags: str, application_id: str) -> None:
        """The application does not count any more, as it was withdrawn."""
        self.disclaim(ags, application_id)
        self.applications[ags] = tuple(
            other for other in self.applications.get(ags, ()) if other != application_id
        )

    def claim(self, ags: str, application_id: str, amount: Decimal) -> None:
        """Keeps the Euro that an application asks for, or was granted.

        One value for each municipality: two of its applications that arrive at once
        conflict, and the later one sees the earlier one's.
        """
        self.claims[ags] = {**self.claims.get(ags, {}), application_id: amount}

    def disclaim(self, ags: str, application_id: str) -> None:
        """The application asks for nothing any more, or not yet again."""
        others = dict(self.claims.get(ags, {}))
        if others.pop(application_id, None) is not None:
            self.claims[ags] = others

    def claimed(self, ags: str, application_id: str) -> Decimal:
        """Euro that the municipality's other applications ask for or got."""
        return sum(
            (
                amount
                for other, amount in self.claims.get(ags, {}).items()
                if other != application_id
            ),
            Decimal("0.00"),
        )

    def bind(self, application_id: str, amount: Decimal) -> None:
        """From now on the application binds that amount (Euro) of the budget.

        What it bound before and does not any more is free for others.
        """
        self.granted += amount - self.bound.get(application_id, Decimal("0.00"))
        self.bound[application_id] = amount

    def forget(self, ags: str, application_id: str) -> None:
        """Names an erased application no more; what it bound stays granted."""
        self.remove(ags, application_id)
        if application_id in self.bound:
            del self.bound[application_id]
        # With the token goes the id of who began it.
        for key in [k for k, found in self.begun.items() if found == application_id]:
            del self.begun[key]

    def forget_consultation(self, consultation_id: str) -> None:
        """Names an erased consultation no more, nor who recorded it."""
        for key in [
            k for k, found in self.consulted.items() if found == consultation_id
        ]:
            del self.consulted[key]


class IVorgangsablage(model.Schema):
    """The case store has no fields of its own."""


@implementer(IVorgangsablage, IHideFromBreadcrumbs)
class Vorgangsablage(Record, Container):
    """Holds Foerderantrag and Beratung objects under ids that can't be guessed."""

    _ordering = "unordered"

    # Facts of `domain/`, newest last: who stands in for whom, samples that were drawn.
    deputies = ()
    samples = ()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.ledger = Ledger()
        # id of an application -> its CaseRow, from its arrival on
        self.rows = OOBTree()
        # Running number -> what stays of the CaseRow of an erased application
        self.remainders = IOBTree()

    def manage_copyObjects(self, *args: object, **kwargs: object) -> None:
        """Refuses: there is one record of a case. Stock Zope answers an error 500."""
        raise Unauthorized("Copy or Move")

    def notifyModified(self) -> None:
        """Keeps its date: a write here would make all new applications conflict."""
