"""A declaration about bias (§§ 20, 21 VwVfG) stays as it was made."""

from dataclasses import FrozenInstanceError
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.bias import Declaration
import pytest


def test_nobody_changes_a_declaration():
    declared = Declaration("sabine", datetime(2026, 5, 4, tzinfo=UTC), free=False)
    with pytest.raises(FrozenInstanceError):
        declared.free = True
