"""Classes of size of municipalities."""

from itertools import pairwise
from kommunaldialog.domain.size_class import size_class
from kommunaldialog.domain.size_class import SIZE_CLASSES
import pytest


@pytest.mark.parametrize(
    ("population", "key"),
    [
        (0, "unter-5000"),
        (4_999, "unter-5000"),
        (5_000, "5000-9999"),
        (25_424, "20000-49999"),
        (99_999, "50000-99999"),
        (632_865, "ab-100000"),
    ],
)
def test_a_municipality_belongs_to_the_class_of_its_inhabitants(population, key):
    assert size_class(population).key == key


def test_a_municipality_whose_size_is_unknown_belongs_to_none():
    assert size_class(None) is None


def test_no_number_of_inhabitants_lies_between_two_classes():
    for smaller, larger in pairwise(SIZE_CLASSES):
        assert larger.lowest == smaller.highest + 1
