"""The people who work on the collection."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of the museum's staff or a volunteer. What they may do comes from the groups they belong to."""
