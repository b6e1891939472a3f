"""The municipalities' register: reading official lists, preview, taking them over."""
