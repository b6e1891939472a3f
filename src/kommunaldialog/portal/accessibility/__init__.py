"""``@@barrierefreiheit``: the accessibility statement, as far as the product knows."""
