"""Forms as tests need them: made of fields, or with any number of questions."""

NS = (
    'xmlns="http://namespaces.plone.org/supermodel/schema" '
    'xmlns:easyform="http://namespaces.plone.org/supermodel/easyform" '
    'xmlns:form="http://namespaces.plone.org/supermodel/form" '
    'xmlns:security="http://namespaces.plone.org/supermodel/security"'
)


def model(*fields):
    """A model with `fields` (XML) outside of any fieldset."""
    return f"<model {NS}><schema>{''.join(fields)}</schema></model>"


def field(name, type="zope.schema.TextLine", inner="", **attributes):
    """A field; attributes with a prefix are written `easyform_validators=…`."""
    extra = "".join(
        f' {key.replace("__", "-").replace("_", ":", 1)}="{value}"'
        for key, value in attributes.items()
    )
    title = f"<title>Frage {name}</title>"
    return f'<field name="{name}" type="{type}"{extra}>{title}{inner}</field>'


def choice(name, *values, **attributes):
    return field(name, "zope.schema.Choice", elements(*values), **attributes)


def choices(name, *values, type="zope.schema.Set", **attributes):
    inner = f'<value_type type="zope.schema.Choice">{elements(*values)}</value_type>'
    return field(name, type, inner, **attributes)


def elements(*values):
    return "<values>" + "".join(f"<element>{v}</element>" for v in values) + "</values>"


def file(name, rule="Datei-PDF-10MB", inner=""):
    return field(
        name, "plone.namedfile.field.NamedBlobFile", inner, easyform_validators=rule
    )


OPTIONAL = "<required>False</required>"


def many(count, inner="", size=10):
    """A model with `count` questions in sections of `size`, of four kinds in turn."""
    kinds = (
        lambda name: field(name, inner=inner),
        lambda name: field(name, "zope.schema.Text", inner),
        lambda name: choice(name, "rot", "gelb", "blau"),
        lambda name: field(name, "zope.schema.Int", inner),
    )
    fields = [kinds[n % 4](f"frage_{n}") for n in range(count)]
    sections = [
        f'<fieldset name="abschnitt_{n}" label="Abschnitt {n}">'
        + "".join(fields[n : n + size])
        + "</fieldset>"
        for n in range(0, count, size)
    ]
    return model(*sections)
