"""Installer of kommunaldialog, the dialogues of a Land with its municipalities."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup
from setuptools.command.build_py import build_py


HERE = Path(__file__).parent


class BuildWithTranslations(build_py):
    """Put compiled translations into what is built.

    Zope compiles them itself only where `zope_i18n_compile_mo_files` is set, which
    a portal that takes up the add-on need not have.
    """

    def run(self) -> None:
        """Build as usual; an editable install has nothing built to add to."""
        super().run()
        if self.editable_mode:
            return
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for po in Path(self.build_lib).glob("kommunaldialog/locales/*/*/*.po"):
            with po.open("rb") as source:
                catalog = read_po(source)
            with po.with_suffix(".mo").open("wb") as target:
                write_mo(target, catalog)


setup(
    name="kommunaldialog",
    version="1.0.0.dev0",
    description=(
        "Plone add-on for citizen dialogues of a Land with its municipalities: "
        "dialogues, results, calls for funding, applications and decisions."
    ),
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    classifiers=[
        "Development Status :: 4 - Beta",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Framework :: Zope",
        "Framework :: Zope :: 5",
        "Intended Audience :: Other Audience",
        "Natural Language :: English",
        "Natural Language :: German",
        "Operating System :: OS Independent",
        "Programming Language :: Python",
        "Programming Language :: Python :: 3.11",
    ],
    keywords="Plone CMS Beteiligung Kommune Förderung",
    author="kommunaldialog",
    license="GPL-2.0-only",
    license_files=["LICENSE"],
    # Folders of profiles, locales and static files count as packages, too.
    packages=find_namespace_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "Products.CMFPlone>=6.2,<6.3",
        "babel",
        "collective.easyform>=5.0.2,<6",
        "collective.monkeypatcher",
        "gv100ad-py>=0.2,<0.3",
        "holidays",
        "openpyxl",
        "pikepdf",
        "plone.api",
        "plone.app.dexterity",
        "plone.classicui",
        "plone.restapi",
        "python-stdnum",
        "rdflib",
        "snowballstemmer",
        "weasyprint",
    ],
    extras_require={
        "oidc": ["pas.plugins.oidc"],
        "test": [
            "axe-playwright-python",
            "beautifulsoup4",
            "feedparser",
            "hypothesis",
            "html5lib",
            "i18ndude",
            "oidc-provider-mock",
            "pas.plugins.oidc",
            "playwright",
            "plone.app.testing",
            "plonetheme.bootstrap6",
            "psutil",
            "pyld",
            "pyshacl",
            "pytest",
            "pytest-cov",
            "pytest-plone",
            "pytest-timeout",
            "pytest-xdist",
            "ruff",
            "shapely",
            "zpretty",
        ],
    },
    entry_points={
        "plone.autoinclude.plugin": ["target = kommunaldialog"],
        "z3c.autoinclude.plugin": ["target = plone"],
    },
    cmdclass={"build_py": BuildWithTranslations},
)
