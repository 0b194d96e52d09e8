"""The directory of advisers and an adviser's page, as clients meet them."""

import pytest

from directory.models import Adviser

pytestmark = pytest.mark.django_db

LIST = {"fi": "/fi/", "sv": "/sv/"}


def address(adviser: Adviser, language: str = "fi") -> str:
    from django.utils.translation import override

    with override(language):
        return adviser.get_absolute_url()
