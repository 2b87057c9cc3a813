"""A plain openpyxl read with hyperlinks of every workbook in a folder: each cell's value and the address behind it."""
import sys
import time
from pathlib import Path

import openpyxl


def main():
    start, cpu = time.time(), time.process_time()
    files = cells = links = 0
    for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
        files += 1
        for row in openpyxl.load_workbook(path).worksheets[0].iter_rows():
            for cell in row:
                cells += cell.value is not None
                links += cell.hyperlink is not None and cell.hyperlink.target is not None
    wall, cpu = time.time() - start, time.process_time() - cpu
    print(f"openpyxl {openpyxl.__version__}: {files} files, {cells} cells, {links} links", file=sys.stderr)
    print(f"{wall:.2f} {cpu:.2f}")


if __name__ == "__main__":
    main()
