"""The words for what is refused around a decision: its notice, appeals, finality."""

from kommunaldialog import _
from zope.i18nmessageid import Message


PROCEDURE: dict[str, Message] = {
    "channel_missing": _(
        "messages_channel_missing",
        default="Bitte wählen Sie, auf welchem Weg die Kommune den Bescheid bekommt.",
    ),
    "portal_consent_missing": _(
        "messages_portal_consent_missing",
        default=(
            "Die Kommune hat nicht eingewilligt, Bescheide im Portal abzurufen. Bitte"
            " wählen Sie einen anderen Weg, oder holen Sie die Einwilligung ein."
        ),
    ),
    "notice_legal_basis_missing": _(
        "messages_notice_legal_basis_missing",
        default=(
            "Dem Bescheid fehlt die Rechtsgrundlage. Bitte tragen Sie sie in den"
            " Einstellungen des Förderprogramms ein."
        ),
    ),
    "notice_conditions_missing": _(
        "messages_notice_conditions_missing",
        default=(
            "Dem Bescheid fehlen die Nebenbestimmungen. Bitte tragen Sie sie in den"
            " Einstellungen des Förderprogramms ein."
        ),
    ),
    "notice_appeal_instruction_missing": _(
        "messages_notice_appeal_instruction_missing",
        default=(
            "Dem Bescheid fehlt die Rechtsbehelfsbelehrung. Bitte tragen Sie sie in den"
            " Einstellungen des Förderprogramms ein."
        ),
    ),
    "nothing_announced": _(
        "messages_nothing_announced",
        default="Es ist noch keine Entscheidung bekannt gegeben.",
    ),
    "seen_missing": _(
        "messages_seen_missing",
        default=(
            "Es fehlt, was Sie gelesen haben. Bitte öffnen Sie die Seite neu und lesen"
            " Sie, worüber Sie entscheiden."
        ),
    ),
    "seen_replaced": _(
        "messages_seen_replaced",
        default=(
            "Inzwischen liegt etwas anderes vor, als Sie gelesen haben. Bitte lesen"
            " Sie, was jetzt hier steht, bevor Sie entscheiden."
        ),
    ),
    "nothing_submitted": _(
        "messages_nothing_submitted",
        default="Der Antrag ist noch nicht eingereicht.",
    ),
    "notice_to_retrieve": _(
        "messages_notice_to_retrieve",
        default=(
            "Zu diesem Antrag liegt ein Bescheid bereit. Bitte rufen Sie ihn zuerst"
            " ab, unter „Bescheid abrufen“ auf der Seite des Antrags."
        ),
    ),
    "nothing_to_retrieve": _(
        "messages_nothing_to_retrieve",
        default="Im Portal liegt kein Bescheid zum Abruf.",
    ),
    "not_retrieved": _(
        "messages_not_retrieved",
        default=(
            "Die Kommune hat den Bescheid noch nicht abgerufen. Er ist noch nicht"
            " bekannt gegeben."
        ),
    ),
    "retrieved_too_late": _(
        "messages_retrieved_too_late",
        default=(
            "Abgerufen wurde der Bescheid erst nach dem ${last}. Damit ist er nicht"
            " bekannt gegeben (§ 41 Abs. 2a VwVfG). Bitte versenden Sie ihn auf einem"
            " anderen Weg, und tragen Sie ein, wann."
        ),
    ),
    "sent_though_retrieved": _(
        "messages_sent_though_retrieved",
        default=(
            "Die Kommune hat den Bescheid rechtzeitig abgerufen; er gilt seit dem"
            " ${known} als bekannt gegeben. Bitte lassen Sie dieses Feld leer."
        ),
    ),
    "consent_missing": _(
        "messages_consent_missing",
        default="Bitte wählen Sie, ob Bescheide im Portal abgerufen werden.",
    ),
    "consent_note_missing": _(
        "messages_consent_note_missing",
        default=(
            "Bitte schreiben Sie auf, wie die Kommune das erklärt hat, zum Beispiel mit"
            " Schreiben vom 3. März 2026."
        ),
    ),
    "known_relied_on": _(
        "messages_known_relied_on",
        default=(
            "Mit diesem Tag wäre der Bescheid nicht seit dem ${day} bestandskräftig,"
            " und darauf ist schon Geld zur Zahlung freigegeben. Ist es noch nicht"
            " gezahlt, lehnen Sie die Auszahlung zuerst ab."
        ),
    ),
    "final_relied_on": _(
        "messages_final_relied_on",
        default=(
            "Am ${released} ist Geld zur Zahlung freigegeben worden, weil der Bescheid"
            " bestandskräftig war. Er kann es nicht erst danach geworden sein. Ist das"
            " Geld noch nicht gezahlt, lehnen Sie die Auszahlung zuerst ab."
        ),
    ),
    "sent_missing": _(
        "messages_sent_missing",
        default="Bitte geben Sie an, an welchem Tag der Bescheid versandt wurde.",
    ),
    "sent_before_announcement": _(
        "messages_sent_before_announcement",
        default=(
            "Die Entscheidung wurde erst am ${announced} freigegeben. Bitte prüfen Sie"
            " den Tag des Versands."
        ),
    ),
    "known_too_early": _(
        "messages_known_too_early",
        default=(
            "Vor dem ${first} kann der Bescheid nicht bekannt gegeben sein. Bitte"
            " prüfen Sie den Tag."
        ),
    ),
    "known_missing": _(
        "messages_known_missing",
        default=(
            "Bitte tragen Sie zuerst ein, wann der Bescheid der Kommune bekannt gegeben"
            " wurde."
        ),
    ),
    "day_in_future": _(
        "messages_day_in_future",
        default="Dieser Tag liegt in der Zukunft. Bitte prüfen Sie ihn.",
    ),
    "not_a_day": _(
        "messages_not_a_day",
        default="Bitte geben Sie den Tag so ein: 31.10.2026.",
    ),
    "appeal_kind_missing": _(
        "messages_appeal_kind_missing",
        default="Bitte wählen Sie, ob es ein Widerspruch oder eine Klage ist.",
    ),
    "appeal_filed_missing": _(
        "messages_appeal_filed_missing",
        default="Bitte geben Sie an, wann der Rechtsbehelf eingelegt wurde.",
    ),
    "appeal_before_announcement": _(
        "messages_appeal_before_announcement",
        default=(
            "Die Entscheidung wurde erst am ${announced} bekannt gegeben. Bitte prüfen"
            " Sie den Tag."
        ),
    ),
    "appeal_open": _(
        "messages_appeal_open",
        default=(
            "Ein Widerspruch oder eine Klage ist noch offen. Bitte tragen Sie zuerst"
            " ein, wie das Verfahren ausging."
        ),
    ),
    "no_open_appeal": _(
        "messages_no_open_appeal",
        default="Es ist kein Widerspruch und keine Klage offen.",
    ),
    "appeal_ended_missing": _(
        "messages_appeal_ended_missing",
        default="Bitte geben Sie an, wann das Verfahren endete.",
    ),
    "appeal_ended_before_filed": _(
        "messages_appeal_ended_before_filed",
        default=(
            "Der Rechtsbehelf wurde erst am ${filed} eingelegt. Bitte prüfen Sie den"
            " Tag, an dem das Verfahren endete."
        ),
    ),
    "appeal_outcome_missing": _(
        "messages_appeal_outcome_missing",
        default="Bitte wählen Sie, wie das Verfahren ausging.",
    ),
    "finality_kind_missing": _(
        "messages_finality_kind_missing",
        default="Bitte wählen Sie Bestandskraft oder Rechtsbehelfsverzicht.",
    ),
    "finality_day_missing": _(
        "messages_finality_day_missing",
        default="Bitte geben Sie den Tag an.",
    ),
    "waiver_before_announcement": _(
        "messages_waiver_before_announcement",
        default=(
            "Auf Rechtsbehelfe kann erst verzichtet werden, wenn die Entscheidung"
            " bekannt gegeben ist. Das war am ${announced}."
        ),
    ),
    "final_too_early": _(
        "messages_final_too_early",
        default=(
            "Bekannt gegeben wurde der Bescheid am ${known}. Bestandskräftig kann er"
            " frühestens am ${earliest} sein."
        ),
    ),
    "no_successful_appeal": _(
        "messages_no_successful_appeal",
        default=(
            "Gegen diese Ablehnung ist kein erfolgreicher Widerspruch und keine"
            " erfolgreiche Klage eingetragen."
        ),
    ),
    "remedy_reason_missing": _(
        "messages_remedy_reason_missing",
        default="Bitte begründen Sie, warum der Antrag neu geprüft wird.",
    ),
    "no_proposal": _(
        "messages_no_proposal",
        default="Es liegt kein Vorschlag für einen Änderungsbescheid vor.",
    ),
    "amendment_amount_missing": _(
        "messages_amendment_amount_missing",
        default=(
            "Bitte geben Sie an, welcher Betrag nun bewilligt sein soll. Soll gar"
            " nichts mehr bewilligt sein, ist das ein Widerruf oder eine Rücknahme."
        ),
    ),
    "amendment_changes_nothing": _(
        "messages_amendment_changes_nothing",
        default=(
            "Bewilligt sind schon ${grant}, unter denselben Auflagen. Bitte ändern Sie"
            " den Betrag oder die Auflagen."
        ),
    ),
    "amendment_reason_missing": _(
        "messages_amendment_reason_missing",
        default="Bitte begründen Sie die Änderung. Die Begründung steht im Bescheid.",
    ),
    "amendment_same_person": _(
        "messages_amendment_same_person",
        default=(
            "Sie haben diese Änderung vorgeschlagen. Entscheiden muss deshalb eine"
            " andere Person."
        ),
    ),
    "proposer_biased": _(
        "messages_proposer_biased",
        default=(
            "Wer diese Änderung vorgeschlagen hat, hat danach eine mögliche"
            " Befangenheit angezeigt. Bitte geben Sie den Vorschlag zurück."
        ),
    ),
    "amendment_above_calculation": _(
        "messages_amendment_above_calculation",
        default=(
            "Nach der Berechnung mit dem Plan, der jetzt gilt, sind höchstens"
            " ${highest} möglich. Vorgeschlagen sind ${amount}."
        ),
    ),
    "amendment_above_budget": _(
        "messages_amendment_above_budget",
        default=(
            "Für diesen Antrag sind einschließlich dessen, was schon bewilligt ist,"
            " höchstens ${left} verfügbar. Vorgeschlagen sind ${amount}."
        ),
    ),
    "early_start_not_asked": _(
        "messages_early_start_not_asked",
        default="Die Kommune hat keinen vorzeitigen Beginn beantragt.",
    ),
    "early_start_permitted": _(
        "messages_early_start_permitted",
        default="Der vorzeitige Beginn ist schon zugelassen.",
    ),
    "permit_day_missing": _(
        "messages_permit_day_missing",
        default="Bitte geben Sie an, ab welchem Tag begonnen werden darf.",
    ),
    "permit_in_past": _(
        "messages_permit_in_past",
        default=(
            "Ein vorzeitiger Beginn lässt sich nicht rückwirkend zulassen. Bitte geben"
            " Sie heute oder einen späteren Tag an."
        ),
    ),
    "recommendation_changed": _(
        "messages_recommendation_changed",
        default=(
            "Die Prüfung wurde inzwischen geändert. Bitte sehen Sie sich den Antrag"
            " noch einmal an."
        ),
    ),
}
