"""What follows from changes for search documents. Wiring only."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from directory.models import Adviser, Organisation
from pages.models import OrganisationPage
from search.changes import adviser_changed, organisation_area_changed, organisation_changed, page_changed


@receiver(page_published)
@receiver(page_unpublished)
@receiver(post_page_move)
@receiver(post_delete, sender=Page)
@receiver(post_delete, sender=OrganisationPage)
def page_of_a_document_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    page_changed(instance)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def who_may_read_changed(sender: type[Model], instance: PageViewRestriction, **kwargs: Any) -> None:
    page_changed(instance.page)


@receiver(post_save, sender=Organisation)
@receiver(post_delete, sender=Organisation)
def organisation_of_a_document_changed(
    sender: type[Model], instance: Organisation, raw: bool = False, **kwargs: Any
) -> None:
    if not raw:
        organisation_changed(instance)


@receiver(m2m_changed, sender=Organisation.municipalities.through)
def area_of_an_organisation_changed(sender: type[Model], instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, Organisation):
        organisation_area_changed(instance)


@receiver(post_save, sender=Adviser)
@receiver(post_delete, sender=Adviser)
def adviser_of_a_document_changed(sender: type[Model], instance: Adviser, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        adviser_changed(instance)


@receiver(m2m_changed, sender=Adviser.service_classes.through)
@receiver(m2m_changed, sender=Adviser.municipalities.through)
@receiver(m2m_changed, sender=Adviser.languages.through)
def work_of_an_adviser_changed(sender: type[Model], instance: Any, action: str, **kwargs: Any) -> None:
    if action.startswith("post_") and isinstance(instance, Adviser):
        adviser_changed(instance)
