from directory.models.adviser import Adviser, AdviserLink, AdviserRole, Visibility, WayToMeet
from directory.models.classification import (
    LanguageOfService,
    LifeEvent,
    OntologyTerm,
    ServiceClass,
    TargetGroup,
)
from directory.models.exchange import ImportedRecord
from directory.models.municipality import Municipality, Region, WellbeingCounty
from directory.models.organisation import Organisation, OrganisationKind

__all__ = [
    "Adviser",
    "AdviserLink",
    "AdviserRole",
    "ImportedRecord",
    "LanguageOfService",
    "LifeEvent",
    "Municipality",
    "OntologyTerm",
    "Organisation",
    "OrganisationKind",
    "Region",
    "ServiceClass",
    "TargetGroup",
    "Visibility",
    "WayToMeet",
    "WellbeingCounty",
]
