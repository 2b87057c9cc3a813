#!/usr/bin/env python3
"""An independent count of every published spreadsheet, by a plain openpyxl read with hyperlinks.

    python3 agreements/src/test/scripts/openpyxl_counts.py FOLDER > openpyxl-counts.csv

FOLDER holds the .xlsx files. Prints file,rows,jem,tfm,wso,agencies,duplicates,links; the seconds it took go to standard
error. Needs openpyxl and nothing of the project: that is the point of it. Rows are those of the first sheet below its
header, hidden ones too, blank ones not.
"""
import csv
import difflib
import re
import sys
import time
from pathlib import Path

import openpyxl

STATES = """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin
Wyoming""".upper().split() + [
    "NEW HAMPSHIRE", "NEW JERSEY", "NEW MEXICO", "NEW YORK", "NORTH CAROLINA", "NORTH DAKOTA", "RHODE ISLAND",
    "SOUTH CAROLINA", "SOUTH DAKOTA", "WEST VIRGINIA", "DISTRICT OF COLUMBIA", "PUERTO RICO", "GUAM",
    "NORTHERN MARIANA ISLANDS", "VIRGIN ISLANDS", "AMERICAN SAMOA",
]


def squeeze(value):
    return re.sub(r"[\s\u00a0\u200b\ufeff]+", " ", "" if value is None else str(value)).strip()


def state(printed):
    words = squeeze(printed).upper()
    near = difflib.get_close_matches(words, STATES, 1, 0.8)
    return near[0] if near else words


def model(printed):
    words = squeeze(printed).lower()
    return next((m for m, w in (("jem", "jail"), ("tfm", "task"), ("wso", "warrant")) if w in words), None)


def count(path):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows())
    start = next(i for i, r in enumerate(rows) if any(squeeze(c.value).upper() == "STATE" for c in r))
    heads = {squeeze(c.value).upper(): i for i, c in reversed(list(enumerate(rows[start])))}
    agency = heads["LAW ENFORCEMENT AGENCY"] if "LAW ENFORCEMENT AGENCY" in heads else heads["AGENCY"]
    memo = heads.get("MOA")
    found = dict(rows=0, jem=0, tfm=0, wso=0, agencies=0, duplicates=0, links=0)
    agencies, seen = set(), set()
    for row in rows[start + 1:]:
        cells = tuple(squeeze(c.value) for c in row)
        if not any(cells):
            continue
        found["rows"] += 1
        kind = model(cells[heads["SUPPORT TYPE"]])
        if kind:
            found[kind] += 1
        agencies.add((state(cells[heads["STATE"]]), "".join(c for c in cells[agency].lower() if c.isalnum())))
        found["duplicates"] += cells in seen
        seen.add(cells)
        found["links"] += memo is not None and row[memo].hyperlink is not None
    found["agencies"] = len(agencies)
    return found


def main():
    start = time.time()
    files = sorted(Path(sys.argv[1]).glob("*.xlsx"))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["file", "rows", "jem", "tfm", "wso", "agencies", "duplicates", "links"])
    for path in files:
        out.writerow([path.name, *count(path).values()])
    print(f"{len(files)} files in {time.time() - start:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
