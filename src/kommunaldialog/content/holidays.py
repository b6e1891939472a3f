"""The legal holidays of the portal's Land, by the library of that name."""

from datetime import date
from functools import cache
from holidays import country_holidays
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api


@cache
def _names(land: str | None, year: int, language: str) -> dict[date, str]:
    return dict(country_holidays("DE", land, years=year, language=language))


def holiday_name(day: date, language: str = "de") -> str | None:
    """What the holiday on that day is called; None on any other day.

    Those of the Land that is set in the control panel; without one, those that the
    whole country has. What is a holiday in a part of the Land only does not count.
    """
    land = api.portal.get_registry_record(
        "holiday_land", interface=IKommunaldialogSettings, default=None
    )
    spoken = "de" if language == "de" else "en_US"
    return _names(land, day.year, spoken).get(day)


def is_holiday(day: date) -> bool:
    """Whether the day is a legal holiday in the portal's Land."""
    return holiday_name(day) is not None


def is_holiday_in(land: str | None, day: date) -> bool:
    """Whether it is one in that Land ("BW"), or with None in the whole country."""
    return day in _names(land, day.year, "de")
