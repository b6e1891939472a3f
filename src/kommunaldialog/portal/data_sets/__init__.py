"""``@@daten``: all that is public, to download."""
