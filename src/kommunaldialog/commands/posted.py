"""What all of an operator's commands answer in: JSON, to a POST."""

from Products.Five import BrowserView
from typing import Any
import json


class PostedCommand(BrowserView):
    """A view that a scheduler or an operator calls."""

    def __call__(self) -> str:
        """Return what `answer` says as JSON; 405 for a GET."""
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        if self.request.method == "POST":
            return json.dumps(self.answer(), ensure_ascii=False)
        response.setStatus(405)
        response.setHeader("Allow", "POST")
        return json.dumps({"message": "Use POST."})

    def answer(self) -> dict[str, Any]:
        """Do what the command is for, and say what was done."""
        raise NotImplementedError
