"""Every rule there is, in the order in which the documentation lists them."""

from incidentrepo.rules.blame_language import BlameLanguage
from incidentrepo.rules.closed_with_unpaid_duty import ClosedWithUnpaidDuty
from incidentrepo.rules.closed_without_final_postmortem import ClosedWithoutFinalPostmortem
from incidentrepo.rules.confirmed_by_oneself import ConfirmedByOneself
from incidentrepo.rules.contributing_factors_missing import ContributingFactorsMissing
from incidentrepo.rules.dangling_reference import DanglingReference
from incidentrepo.rules.denied_term_in_public_text import DeniedTermInPublicText
from incidentrepo.rules.duplicate_id import DuplicateId
from incidentrepo.rules.duty_overdue import DutyOverdue
from incidentrepo.rules.empty_postmortem import EmptyPostmortem
from incidentrepo.rules.entry_changed import EntryChanged
from incidentrepo.rules.entry_deleted import EntryDeleted
from incidentrepo.rules.entry_without_id import EntryWithoutId
from incidentrepo.rules.evidence_not_shown import EvidenceNotShown
from incidentrepo.rules.executable_file import ExecutableFile
from incidentrepo.rules.fact_changed_without_entry import FactChangedWithoutEntry
from incidentrepo.rules.final_with_unticked_boxes import FinalWithUntickedBoxes
from incidentrepo.rules.follow_up_date_changed import FollowUpDateChanged
from incidentrepo.rules.follow_up_done_without_evidence import FollowUpDoneWithoutEvidence
from incidentrepo.rules.follow_up_dropped_without_reason import FollowUpDroppedWithoutReason
from incidentrepo.rules.follow_up_moved_too_far import FollowUpMovedTooFar
from incidentrepo.rules.follow_up_overdue import FollowUpOverdue
from incidentrepo.rules.follow_up_taken_back import FollowUpTakenBack
from incidentrepo.rules.follow_up_without_owner_or_date import FollowUpWithoutOwnerOrDate
from incidentrepo.rules.hidden_character_in_name import HiddenCharacterInName
from incidentrepo.rules.id_differs_from_folder import IdDiffersFromFolder
from incidentrepo.rules.image_from_outside import ImageFromOutside
from incidentrepo.rules.image_without_alternative_text import ImageWithoutAlternativeText
from incidentrepo.rules.incident_deleted import IncidentDeleted
from incidentrepo.rules.internal_host_in_public_text import InternalHostInPublicText
from incidentrepo.rules.internal_id_in_public_text import InternalIdInPublicText
from incidentrepo.rules.missing_owner import MissingOwner
from incidentrepo.rules.never_declared import NeverDeclared
from incidentrepo.rules.odd_file_name import OddFileName
from incidentrepo.rules.oversized_evidence import OversizedEvidence
from incidentrepo.rules.owner_has_left import OwnerHasLeft
from incidentrepo.rules.person_in_public_text import PersonInPublicText
from incidentrepo.rules.picture_not_publishable import PictureNotPublishable
from incidentrepo.rules.picture_with_hidden_data import PictureWithHiddenData
from incidentrepo.rules.postmortem_overdue import PostmortemOverdue
from incidentrepo.rules.postmortem_section_missing import PostmortemSectionMissing
from incidentrepo.rules.postmortem_with_empty_section import PostmortemWithEmptySection
from incidentrepo.rules.public_state_differs import PublicStateDiffers
from incidentrepo.rules.public_text_owed import PublicTextOwed
from incidentrepo.rules.public_without_page import PublicWithoutPage
from incidentrepo.rules.released_without_second_person import ReleasedWithoutSecondPerson
from incidentrepo.rules.reopened_after_closing import ReopenedAfterClosing
from incidentrepo.rules.repeat_of_unfinished import RepeatOfUnfinished
from incidentrepo.rules.review_by_its_author import ReviewByItsAuthor
from incidentrepo.rules.review_overdue import ReviewOverdue
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.schema_violation import SchemaViolation
from incidentrepo.rules.secret_in_public_text import SecretInPublicText
from incidentrepo.rules.secret_in_record import SecretInRecord
from incidentrepo.rules.severity_above_limit import SeverityAboveLimit
from incidentrepo.rules.severity_below_guide import SeverityBelowGuide
from incidentrepo.rules.severity_changed_without_reason import SeverityChangedWithoutReason
from incidentrepo.rules.stale_incident import StaleIncident
from incidentrepo.rules.status_changed_without_reason import StatusChangedWithoutReason
from incidentrepo.rules.stray_file import StrayFile
from incidentrepo.rules.summary_differs_from_timeline import SummaryDiffersFromTimeline
from incidentrepo.rules.template_text_left import TemplateTextLeft
from incidentrepo.rules.times_out_of_order import TimesOutOfOrder
from incidentrepo.rules.unknown_person import UnknownPerson
from incidentrepo.rules.unknown_rule import UnknownRule
from incidentrepo.rules.unknown_service import UnknownService
from incidentrepo.rules.unknown_tag import UnknownTag
from incidentrepo.rules.unreadable_file import UnreadableFile
from incidentrepo.rules.update_overdue import UpdateOverdue
from incidentrepo.rules.waiver_expired import WaiverExpired
from incidentrepo.rules.waiver_without_second_person import WaiverWithoutSecondPerson
from incidentrepo.rules.waiver_without_use import WaiverWithoutUse

RULES: tuple[Rule, ...] = (
    UnreadableFile(),
    StrayFile(),
    HiddenCharacterInName(),
    OddFileName(),
    ExecutableFile(),
    EvidenceNotShown(),
    OversizedEvidence(),
    SchemaViolation(),
    IdDiffersFromFolder(),
    DuplicateId(),
    DanglingReference(),
    TimesOutOfOrder(),
    SummaryDiffersFromTimeline(),
    SeverityChangedWithoutReason(),
    SeverityAboveLimit(),
    SeverityBelowGuide(),
    StatusChangedWithoutReason(),
    ReopenedAfterClosing(),
    ReleasedWithoutSecondPerson(),
    ConfirmedByOneself(),
    MissingOwner(),
    NeverDeclared(),
    EntryWithoutId(),
    EntryChanged(),
    EntryDeleted(),
    IncidentDeleted(),
    FactChangedWithoutEntry(),
    FollowUpTakenBack(),
    FollowUpDateChanged(),
    FollowUpMovedTooFar(),
    ClosedWithoutFinalPostmortem(),
    EmptyPostmortem(),
    TemplateTextLeft(),
    PostmortemWithEmptySection(),
    PostmortemSectionMissing(),
    ContributingFactorsMissing(),
    FinalWithUntickedBoxes(),
    FollowUpWithoutOwnerOrDate(),
    FollowUpDroppedWithoutReason(),
    FollowUpDoneWithoutEvidence(),
    RepeatOfUnfinished(),
    ReviewByItsAuthor(),
    ClosedWithUnpaidDuty(),
    PostmortemOverdue(),
    ReviewOverdue(),
    FollowUpOverdue(),
    DutyOverdue(),
    UpdateOverdue(),
    StaleIncident(),
    OwnerHasLeft(),
    WaiverWithoutSecondPerson(),
    WaiverExpired(),
    WaiverWithoutUse(),
    UnknownPerson(),
    UnknownTag(),
    UnknownService(),
    UnknownRule(),
    PublicWithoutPage(),
    PublicTextOwed(),
    PublicStateDiffers(),
    SecretInPublicText(),
    InternalHostInPublicText(),
    PersonInPublicText(),
    DeniedTermInPublicText(),
    InternalIdInPublicText(),
    ImageWithoutAlternativeText(),
    ImageFromOutside(),
    PictureNotPublishable(),
    PictureWithHiddenData(),
    SecretInRecord(),
    BlameLanguage(),
)
