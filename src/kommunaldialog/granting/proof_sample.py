"""The page of the random samples of proofs of use."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.sample import Draw
from kommunaldialog.domain.sample import sample_hash
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.proof_sample import DRAW_SAMPLE
from kommunaldialog.usecases.proof_sample import draw_sample
from kommunaldialog.usecases.proof_sample import population
from plone import api
from zope.interface import implementer
import secrets


@implementer(IPrivate)
class ProofSample(FormPage):
    """``@@stichprobe``: who lists the applications reads it, case workers draw."""

    def page_title(self) -> str:
        return self.translate(
            _("granting_sample", default="Stichprobe der Verwendungsnachweise")
        )

    @property
    def may_draw(self) -> bool:
        return self.may(DRAW_SAMPLE)

    @cached_property
    def population(self) -> tuple[str, ...]:
        return population(self.context)

    @property
    def first_seed(self) -> str:
        """A seed that nobody chose."""
        return secrets.token_hex(8)

    @property
    def draws(self) -> list[Draw]:
        """What was drawn, the latest first."""
        return list(reversed(self.context.case_store().samples))

    def hashed(self, sample: Draw) -> list[tuple[str, str]]:
        """Reference number and hash of what was drawn."""
        return [
            (reference, sample_hash(sample.seed, reference))
            for reference in sample.drawn
        ]

    def url_of(self, reference: str) -> str | None:
        """Address of the case; None where it was erased since."""
        name = self._ids.get(reference)
        store = self.context.case_store().absolute_url()
        return f"{store}/{name}/@@vorgang" if name else None

    @cached_property
    def _ids(self) -> dict[str, str]:
        rows = self.context.case_store().rows.values()
        return {row.reference: row.id for row in rows}

    def handle(self) -> str:
        typed = self.value("size").strip()
        digits = typed.isascii() and typed.isdigit() and len(typed) < 10
        draw_sample(
            self.context,
            self.moment,
            int(typed) if digits else None,
            self.value("seed"),
        )
        message = _("granting_sample_done", default="Die Stichprobe ist gezogen.")
        api.portal.show_message(message, self.request)
        return self.address("stichprobe")
