"""The demo profile's handler: accounts and content of the example."""

from Products.GenericSetup.tool import SetupTool


def install(tool: SetupTool) -> None:
    """Makes the example in the portal that the tool belongs to."""
