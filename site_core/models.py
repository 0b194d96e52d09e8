"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody who signs in to edit, advise or coordinate. Clients never need an account."""

    email = models.EmailField(_("e-mail"), unique=True)
