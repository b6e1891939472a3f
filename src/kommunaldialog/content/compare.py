"""Comparing versions of a dialogue: Plone's own comparison can't read phases.

It puts a JSONField's value into a set, which a list of rows can't be put into.
"""

from plone.schema.jsonfield import IJSONField
from Products.CMFDiffTool.CMFDiffTool import registerDiffType
from Products.CMFDiffTool.dexteritydiff import DexterityCompoundDiff
from Products.CMFDiffTool.TextDiff import TextDiff
from zope.schema.interfaces import IField


class PhasesDiff(TextDiff):
    """The phases as lines: "Werkstatt 2016-03-01 2016-03-31"."""

    meta_type = "Phases Diff"

    def _parseField(
        self, value: list[dict[str, str | None]] | None, filename: str | None = None
    ) -> list[str]:
        return [
            " ".join(filter(None, (row["title"], row.get("start"), row.get("end"))))
            for row in value or []
        ]


class DialogDiff(DexterityCompoundDiff):
    """All fields of a dialogue, as `profiles/default/diff_tool.xml` names it."""

    meta_type = "Compound Diff for dialogues"

    def _get_diff_type(self, field: IField) -> type:
        if IJSONField.providedBy(field):
            return PhasesDiff
        return super()._get_diff_type(field)


registerDiffType(DialogDiff)
