from pages.models.guide import GuidePage
from pages.models.home import HomePage
from pages.models.organisation import OrganisationPage
from pages.models.service import ChargeType, ServiceAdviser, ServiceArea, ServicePage
from pages.models.topic import TopicPage

__all__ = [
    "ChargeType",
    "GuidePage",
    "HomePage",
    "OrganisationPage",
    "ServiceAdviser",
    "ServiceArea",
    "ServicePage",
    "TopicPage",
]
