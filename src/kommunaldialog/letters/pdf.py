"""PDF from HTML of our own, by WeasyPrint: tagged (PDF/UA-1), with language and title.

WeasyPrint needs the system library Pango. Where it is missing the portal runs, and
whoever asks for a PDF is told what to install: see `Unavailable` and `pages/pdf.py`.
"""

from functools import cache
from kommunaldialog import logger


class Unavailable(Exception):
    """Raised where no PDF can be made, since a system library is missing."""


@cache
def available() -> bool:
    """Say whether PDFs can be made here; looked up once a process."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError) as error:
        # ImportError: WeasyPrint itself; OSError: Pango, which it loads by name.
        logger.warning(
            "No PDF can be made: %s. Install Pango (on Debian and Ubuntu:"
            " apt-get install libpango-1.0-0 libpangoft2-1.0-0"
            " libharfbuzz-subset0) and restart.",
            error,
        )
        return False
    return True


def render(html: str) -> bytes:
    """Return a letter's HTML as PDF/UA-1.

    Language and title are those of `<html lang>` and `<title>`. Nothing is fetched,
    neither from the network nor from a file: what the HTML refers to is left out, but
    for pictures that it has in itself.
    Raises Unavailable.
    """
    if not available():
        raise Unavailable
    # Not on top: the portal starts without WeasyPrint, and faster.
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    # Nothing from anywhere, not even from a file.
    nothing = URLFetcher(allowed_protocols=("data",))
    document = HTML(string=html, url_fetcher=nothing)
    return document.write_pdf(pdf_variant="pdf/ua-1")
