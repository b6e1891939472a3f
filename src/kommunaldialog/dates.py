"""Dates and times as people write them: "31. Oktober 2016", "23:59"."""

from babel.dates import format_date
from babel.dates import format_time
from datetime import date
from datetime import datetime
from zoneinfo import ZoneInfo
import re


_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def long_date(day: date, language: str = "de") -> str:
    """The day in words; a datetime is read in its own zone."""
    if language == "de":
        return format_date(day, "d. MMMM y", locale="de")
    return format_date(day, "long", locale=language)


def month_name(day: date, language: str = "de") -> str:
    """The month of a day, as "März 2026"."""
    return format_date(day, "LLLL y", locale=language)


def read_day(text: str) -> date:
    """The day that "31.10.2026" or "2026-10-31" names; ValueError for any other."""
    text = text.strip()
    if _ISO_DAY.fullmatch(text):
        return date.fromisoformat(text)
    match = _GERMAN_DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    day, month, year = match.groups()
    return date(int(year), int(month), int(day))


def read_moment(text: str) -> datetime | None:
    """The aware moment of an ISO text; None for any other."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def clock(moment: datetime, language: str = "de") -> str:
    """Hours and minutes of a datetime in its own zone, on the 24-hour clock."""
    return format_time(moment, "HH:mm", locale=language, tzinfo=moment.tzinfo)


def local(moment: datetime, zone: str) -> datetime:
    """The same instant in an IANA zone."""
    return moment.astimezone(ZoneInfo(zone))
