"""Lists for tests: some lines as CSV, and as GV100AD by Destatis' description of it."""

HEADER = "ags,name,bezeichnung,kreis_ags,kreis,kreis_bezeichnung,einwohner_2022_05_15"
HORB = "08237040,Horb am Neckar,Stadt,08237,Freudenstadt,Landkreis,25424"
TAMM = "08118070,Tamm,Gemeinde,08118,Ludwigsburg,Landkreis,12674"
STUTTGART = "08111000,Stuttgart,Stadt,08111,Stuttgart,Stadtkreis,610458"
WRONG = "8237040,Horb,Stadt,08237,Freudenstadt,Landkreis,1"


def csv(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join((header, *lines, "")).encode()


def gv100_line(
    satzart: str, key: str, name: str, kind: str = "", rest: str = ""
) -> str:
    """A record: places 1-2, 3-10, 11-18 and 19-22, 23-72, …"""
    return f"{satzart}20241231{key:<12}{name:<50}{'':<50}{kind:<2}{'':<4}{rest}"


def figures(inhabitants: int) -> str:
    """Area, inhabitants, male inhabitants, and blanks up to the end of the record."""
    return f"{1234:011}{inhabitants:011}{inhabitants // 2:011}{'':<4}70173{'':<50}"


GV100 = "\r\n".join(
    (
        gv100_line("10", "08", "Baden-Württemberg"),
        gv100_line("20", "081", "Reg.-Bez. Stuttgart"),
        gv100_line("30", "0811", "Region Stuttgart"),
        gv100_line("40", "08111", "Stuttgart, Landeshauptstadt", "42"),
        gv100_line("50", "08111   0000", "Stuttgart, Landeshauptstadt", "50"),
        gv100_line(
            "60",
            "081110000000",
            "Stuttgart, Landeshauptstadt",
            "62",
            figures(633484),
        ),
        gv100_line("40", "08118", "Ludwigsburg", "44"),
        gv100_line("50", "08118   5007", "GVV Tamm", "54"),
        gv100_line("60", "081180705007", "Tamm, Stadt", "63", figures(12700)),
        gv100_line("60", "081180715007", "Kaputt, Stadt", "63", "viele"),
        "",
    )
)
