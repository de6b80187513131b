"""What a report gives evidence of: mechanisms, and the problems it names."""

from enum import StrEnum

import attrs

from govdisclosure.model.place import Place

__all__ = ["Mechanism", "MechanismKind", "MechanismStatus", "ProblemKind", "ProblemStatement", "Role"]


class MechanismKind(StrEnum):
    """Systems and arrangements a report gives evidence of."""

    LEADING_GROUP = "leading_group"
    DISCLOSURE_OFFICE = "disclosure_office"
    SUBORDINATE_UNITS = "subordinate_units"
    PROACTIVE_DISCLOSURE = "proactive_disclosure"
    DISCLOSURE_ON_REQUEST = "disclosure_on_request"
    NON_DISCLOSURE_FILING = "non_disclosure_filing"
    RELEASE_COORDINATION = "release_coordination"
    CONFIDENTIALITY_REVIEW = "confidentiality_review"
    ACCOUNTABILITY = "accountability"
    SOCIAL_EVALUATION = "social_evaluation"
    SUPERVISION_INSPECTION = "supervision_inspection"
    PERFORMANCE_ASSESSMENT = "performance_assessment"
    COMPLAINT_CHANNEL = "complaint_channel"
    CATALOGUE_AND_GUIDE = "catalogue_and_guide"
    PORTAL = "portal"
    SERVICE_HALL_WINDOW = "service_hall_window"
    READING_POINT = "reading_point"
    WORKFLOW = "workflow"
    TRAINING_AND_PUBLICITY = "training_and_publicity"
    WEBSITE_SERVICE = "website_service"
    STAFF_AND_FUNDING = "staff_and_funding"


class MechanismStatus(StrEnum):
    """Whether the report speaks of a mechanism as existing or as intended."""

    IN_PLACE = "in_place"
    PLANNED = "planned"


@attrs.frozen(kw_only=True)
class Role:
    """A role in a leading group and who holds it, both as printed."""

    role: str
    held_by: str


@attrs.frozen(kw_only=True)
class Mechanism:
    """Evidence of one mechanism.

    Attributes:
        kind: Which mechanism.
        quote: The words that show it.
        at: Where they stand.
        status: Whether the words speak of it as existing or as intended.
        roles: For a leading group, who holds which role.
    """

    kind: MechanismKind
    quote: str
    at: Place
    status: MechanismStatus = MechanismStatus.IN_PLACE
    roles: tuple[Role, ...] = ()


class ProblemKind(StrEnum):
    """What a sentence of the problems section says."""

    PROBLEM = "problem"
    MEASURE = "measure"


@attrs.frozen(kw_only=True)
class ProblemStatement:
    """A sentence of the problems section that names a problem or a measure."""

    kind: ProblemKind
    quote: str
    at: Place
