"""Use cases, in the integration layer."""


def codes(caught):
    """The codes of the refusals that `pytest.raises` caught."""
    return [refusal.code for refusal in caught.value.refusals]
