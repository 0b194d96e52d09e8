"""Which pages editors may choose to link to."""

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import PageQuerySet
from wagtail.permissions import policy_registry


def choosable(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """Live pages, and the drafts of one's own: titles of others' drafts are nobody's business."""
    policy = policy_registry.get_by_type(pages.model)
    own = policy.explorable_instances(request.user).values("pk")
    return pages.filter(Q(live=True) | Q(pk__in=own))
