import pytest


# So that their asserts say what they found, too.
for name in ("editor", "office", "town", "visitor"):
    pytest.register_assert_rewrite(f"tests.browser.{name}")
