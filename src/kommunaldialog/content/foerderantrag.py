"""Foerderantrag: a municipality's application.

Core fields are attributes of the object, since search, lists, letters and statistics
need them. The programme's own questions are ``answers``, kept by the names of the
published form version the application refers to for life.
"""

from AccessControl import ClassSecurityInfo
from AccessControl.class_init import InitializeClass
from contextvars import ContextVar
from kommunaldialog import _
from kommunaldialog.content.fields import Municipalities
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.record import Record
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.known import KNOWN
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.history.record import newest_first
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.content import Container
from plone.schema import Email
from plone.supermodel import model
from zope import schema
from zope.i18n import translate
from zope.interface import implementer


# A transition of an application happens inside a use case or not at all.
use_case_running: ContextVar[bool] = ContextVar("use_case_running", default=False)

UNNAMED = _("content_application_unnamed", default="Antrag ohne Namen")


class IFoerderantrag(model.Schema):
    """Core fields of an application."""

    ags = schema.TextLine(title=_("content_ags", default="Kommune (AGS)"))
    pillar = schema.TextLine(
        title=_("content_application_pillar", default="Säule"), required=True
    )
    title = schema.TextLine(
        title=_("content_application_measure", default="Name der Maßnahme"),
        max_length=200,
    )
    contact_name = schema.TextLine(
        title=_("content_application_contact_name", default="Ansprechperson"),
        max_length=200,
    )
    contact_email = Email(
        title=_("content_application_contact_email", default="E-Mail-Adresse")
    )
    contact_phone = schema.TextLine(
        title=_("content_application_contact_phone", default="Telefon"), max_length=50
    )
    measure_start = schema.Date(
        title=_("content_application_measure_start", default="Beginn der Maßnahme")
    )
    measure_end = schema.Date(
        title=_("content_application_measure_end", default="Ende der Maßnahme")
    )
    participants = Municipalities(
        _("content_application_participants", default="Weitere beteiligte Kommunen")
    )


@implementer(IFoerderantrag)
class Foerderantrag(Record, Container):
    """An application.

    ``participants`` are the keys of other municipalities that take part, ``plan`` is
    the cost and financing plan, ``answers`` maps question names to values
    (files as NamedBlobFile), ``form_version`` is the number of the published form,
    ``revision`` counts the saves, ``seen_sections`` are the slugs of the sections that
    somebody saved, filled in or not, ``reference`` is None before the first submission,
    ``submissions`` are frozen, newest last. ``documents`` maps a document that the
    pillar asks for to its file. ``start_declaration`` is "not_begun", "early_start" or
    empty; ``signature_scan`` is a signed sheet of the ``signed_revision``. ``late``,
    ``paper`` and ``stated_consultation`` are facts about how it came, ``paper_scan``
    is what came on paper.

    ``pending_decision`` was made and not announced: nobody of the municipality may
    learn of it. ``decision`` is the one that was announced last, ``announcement`` how;
    ``earlier_decisions`` are those that another took the place of. ``proposal`` is for
    an amended decision, ``demand`` for money that is to come back: neither is told
    before another person says so. ``portal_consent`` tells that notices may be fetched
    here. The tuples hold frozen facts of `domain/`, newest last; ``bias_declarations``
    maps a user's id to what they declared, ``letters`` the name of a letter to the PDF
    that was sent.
    ``answer_draft`` (values as for `save`, or None) and ``answer_text`` are what the
    municipality drafts as its answer to a clarification, ``answer_revision`` counts its
    saves; ``kept_files`` maps a checksum to a file that another took the place of, and
    the name of a line to a letter that came. ``paper_letters`` are those with which the
    municipality did later what the office entered; ``unconfirmed`` is the one that
    waits for a second person, ``letters_back`` says of which nothing came.
    """

    # No type hints on attributes of a content class: Python keeps them in the class's
    # ``__annotations__``, which is where zope.annotation then writes instead of into
    # the object.
    ags = ""
    # Who began it while their access was not confirmed.
    provisional = ""
    # Whether their access was refused: asking again gives it back to nobody.
    provisional_refused = False
    pillar = ""
    title = ""
    contact_name = ""
    contact_email = ""
    contact_phone = ""
    measure_start = None
    measure_end = None
    participants = ()
    form_version = 0
    revision = 0
    seen_sections = frozenset()
    reference = None
    plan = CostPlan()
    submissions = ()
    assessment = None
    assessment_draft = None
    pending_decision = None
    decision = None
    announcement = None
    portal_consent = None
    proposal = None
    earlier_decisions = ()
    start_declaration = ""
    early_start_from = None
    early_start_reason = ""
    stated_held = None
    stated_adviser = ""
    stated_consultation = None
    late = None
    paper = None
    paper_scan = None
    paper_letters = ()
    unconfirmed = None
    letters_back = ()
    signature_scan = None
    signed_revision = 0
    privacy_version = 0
    case_worker = ""
    file_number = ""
    notes = ()
    messages = ()
    clarifications = ()
    answer_draft = None
    answer_text = ""
    answer_revision = 0
    early_start_permit = None
    appeals = ()
    finality = None
    hearings = ()
    grant_changes = ()
    payments = ()
    demand = None
    repayments = ()
    change_requests = ()
    reports = ()
    proof_plan = None
    proof_explanations = ()
    proof_questions = ()
    proof_version = 0
    proof_revision = 0
    proofs = ()
    proof_check = None
    closing = None
    archive_offer = None

    security = ClassSecurityInfo()

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.answers = PersistentMapping()
        self.documents = PersistentMapping()
        self.bias_declarations = PersistentMapping()
        self.letters = PersistentMapping()
        self.kept_files = PersistentMapping()
        self.proof_answers = PersistentMapping()
        self.proof_documents = PersistentMapping()
        self.proof_files = PersistentMapping()
        self.report_files = PersistentMapping()

    def Title(self) -> str:
        """The measure's name; a draft without one is called so, not by its id."""
        if self.title:
            return self.title
        return translate(UNNAMED, target_language=api.portal.get_default_language())

    def notifyModified(self) -> None:
        """Keeps as its date the last thing that its municipality may know of.

        The catalog tells the date to whoever sees the application, and would tell by
        it that the office has decided something that is not announced.
        """
        known = (event for event in newest_first(self) if event.kind in KNOWN)
        last = next(known, None)
        if last is not None:
            self.setModificationDate(last.moment)

    def programme(self) -> Foerderprogramm:
        """The call this application was made for."""
        return self.__parent__.__parent__

    def submission(self) -> Submission | None:
        """What was submitted last, or None for a draft."""
        return self.submissions[-1] if self.submissions else None

    # Guard of every transition in the workflow definition, for whoever takes the step:
    # the office enters what came on paper without seeing drafts. Without a docstring
    # Zope does not publish it.
    @security.public
    def use_case_running(self) -> bool:
        return use_case_running.get()


InitializeClass(Foerderantrag)
