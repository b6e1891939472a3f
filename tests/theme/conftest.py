"""The same browser as in tests/browser."""

from tests.browser.conftest import chromium


__all__ = ["chromium"]
