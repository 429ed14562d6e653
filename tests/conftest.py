"""Files go to a temporary folder, passwords are hashed fast, and four members of staff are at hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from archive.models import User

Persona = Callable[[], Client]


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "media"},
        }
    }
    settings.MASTERS_ROOT = tmp_path / "media" / "masters"
    settings.DERIVATIVES_ROOT = tmp_path / "media" / "derivatives"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


def _staff(role: str) -> User:
    user = User.objects.create_user(role, password="a long enough password", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def volunteer(db) -> User:
    """Describes and proposes."""
    return _staff("volunteer")


@pytest.fixture
def curator(db) -> User:
    """Accepts and publishes."""
    return _staff("curator")


@pytest.fixture
def registrar(db) -> User:
    """Answers for gifts, rights and withdrawal."""
    return _staff("registrar")


@pytest.fixture
def an_admin(db) -> User:
    """May do everything."""
    return _staff("admin")


@pytest.fixture
def visitor() -> Client:
    """Somebody who has not signed in."""
    return Client()


@pytest.fixture
def as_user() -> Callable[[User], Client]:
    """A browser in which this member of staff has signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


@pytest.fixture
def empty_cache(db) -> None:
    """Nobody has failed to sign in yet."""
    cache.clear()
