"""What somebody types, and which municipality is meant."""

from kommunaldialog.portal.advice.names import fitting


NAMES = [
    ("08116033", "Altdorf"),
    ("08115002", "Altdorf"),
    ("08336036", "Müllheim"),
    ("08315074", "Müllheim im Markgräflerland"),
    ("08237040", "Horb am Neckar"),
    ("08436082", "Horgenzell"),
    ("08118046", "Marbach am Neckar"),
]


def named(typed):
    return [name for _key, name in fitting(typed, NAMES)]


def test_the_beginning_of_a_name_is_enough():
    assert named("hor") == ["Horb am Neckar", "Horgenzell"]
    assert named("horb") == ["Horb am Neckar"]


def test_a_word_within_a_name_is_found_after_those_that_begin_so():
    assert named("neckar") == ["Horb am Neckar", "Marbach am Neckar"]
    assert named("ma") == ["Marbach am Neckar", "Müllheim im Markgräflerland"]


def test_who_types_a_whole_name_means_that_one():
    assert named("Müllheim") == ["Müllheim"]


def test_umlauts_may_be_written_as_one_likes():
    assert named("muellheim") == named("MULLHEIM") == ["Müllheim"]


def test_two_of_one_name_are_both_offered():
    assert [key for key, _name in fitting("Altdorf", NAMES)] == ["08116033", "08115002"]


def test_nothing_typed_means_nobody():
    assert named(" - ") == []
    assert named("Atlantis") == []
