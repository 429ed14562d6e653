"""The families of codes are data that can be trusted."""

import re

import pytest

from archive.vocabulary.codes import SCHEMES


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme.example], ids=lambda scheme: scheme.key)
def test_the_example_of_a_scheme_conforms_to_it(scheme):
    assert re.fullmatch(scheme.shape, scheme.example)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_every_frame_says_where_the_code_stands(scheme):
    assert all("{code}" in frame for frame in scheme.frames)


def test_no_two_schemes_share_a_key():
    keys = [scheme.key for scheme in SCHEMES]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.key)
def test_a_scheme_whose_shape_is_a_bare_number_needs_company(scheme):
    assert scheme.frames or not re.fullmatch(scheme.shape, "123456")
