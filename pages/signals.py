"""What follows from changes to pages. Wiring only."""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from pages.models import GuidePage, ServicePage, TopicPage
from pages.models.base import TwinPage
from pages.pair_facts import hand_over


@receiver(pre_delete, sender=ServicePage)
@receiver(pre_delete, sender=GuidePage)
@receiver(pre_delete, sender=TopicPage)
def keep_facts_of_the_pair(sender: type[TwinPage], instance: TwinPage, **kwargs: Any) -> None:
    hand_over(instance)
