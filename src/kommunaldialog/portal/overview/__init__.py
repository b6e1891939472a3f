"""The overviews: dialogues, results, municipalities and tools, to search and narrow."""
