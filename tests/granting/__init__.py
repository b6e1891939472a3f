"""The granting body's pages."""

from bs4 import BeautifulSoup


def main(browser):
    """The text of the product's part of the page, in one line."""
    part = BeautifulSoup(browser.contents, "html.parser").select_one(".kd")
    return " ".join(part.get_text(" ").split())


def status_message(browser):
    """The text of Plone's status messages."""
    part = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(part.select_one("#global_statusmessage").get_text(" ").split())


def rows(browser):
    """The cells of the list on the page, row by row."""
    soup = BeautifulSoup(browser.contents, "html.parser")
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")]
        for row in soup.select(".kd tbody tr")
    ]


def message_at(browser, field):
    """The message at an input, which must be marked wrong and described by it."""
    soup = BeautifulSoup(browser.contents, "html.parser")
    control = soup.find(id=field)
    assert control["aria-invalid"] == "true"
    assert f"{field}-error" in control["aria-describedby"].split()
    return " ".join(soup.find(id=f"{field}-error").get_text().split())


def linked_errors(browser):
    """Where the summary of what is wrong leads to."""
    soup = BeautifulSoup(browser.contents, "html.parser")
    links = [link["href"].lstrip("#") for link in soup.select("#kd-errors a")]
    assert all(soup.find(id=link) for link in links)
    return links
