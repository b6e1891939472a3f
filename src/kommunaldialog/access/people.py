"""What people are called."""

from plone import api


def full_name(user_id: str) -> str:
    """The full name of a user, or the id where there is none (any more)."""
    user = api.user.get(userid=user_id)
    return (user and user.getProperty("fullname")) or user_id
