"""The page of a dialogue."""
