"""Prints `size-adjust` for style/_fonts.scss: how much wider the portal's own texts are in the
first font than in the second. Both are given as the start of a file name of @fontsource."""

import re
import sys
from collections import Counter
from pathlib import Path

from fontTools.ttLib import TTFont

SUBSETS = ("cyrillic", "latin")


def widths(start: str, weight: int) -> dict[str, float]:
    """Width of each character, in parts of the font's size."""
    found: dict[str, float] = {}
    for subset in SUBSETS:
        font = TTFont(f"{start}-{subset}-{weight}-normal.woff2")
        size = font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            found[chr(code)] = font["hmtx"][glyph][0] / size
    return found


def letters() -> Counter[str]:
    """How often each character stands in the texts of the pages."""
    texts: Counter[str] = Counter()
    for source in Path("app/src").rglob("*.rs"):
        for text in re.findall(r'"([^"\n]*[а-яё][^"\n]*)"', source.read_text(encoding="utf-8")):
            texts.update(text)
    return texts


def main() -> None:
    counted = letters()
    for weight in (400, 600):
        # Arimo of weight 600 stands for the bold that a browser takes.
        own, other = (widths(start, weight if start.endswith("golos-text") else (400 if weight == 400 else 700))
                      for start in sys.argv[1:3])
        known = [sign for sign in counted if sign in own and sign in other]
        ratio = sum(own[sign] * counted[sign] for sign in known) / sum(other[sign] * counted[sign] for sign in known)
        print(f"weight {weight}: size-adjust {ratio:.1%}")


if __name__ == "__main__":
    main()
