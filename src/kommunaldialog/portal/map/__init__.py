"""The map of the Land: drawn on the server, with municipalities as links."""
