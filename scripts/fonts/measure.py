"""measure.py OWN… : OTHER…

Prints `size-adjust` for style/_fonts.scss: how much wider the portal's own texts are in the first
font than in the second. Each may come in several files."""

import re
import sys
from collections import Counter
from pathlib import Path

from fontTools.ttLib import TTFont


def widths(files: list[str]) -> dict[str, float]:
    """Width of each character, in parts of the font's size."""
    found: dict[str, float] = {}
    for file in files:
        font = TTFont(file)
        size = font["head"].unitsPerEm
        for code, glyph in font.getBestCmap().items():
            found[chr(code)] = font["hmtx"][glyph][0] / size
    return found


def signs() -> Counter[str]:
    """How often each character stands in the texts of the pages."""
    counted: Counter[str] = Counter()
    for source in Path("app/src").rglob("*.rs"):
        for text in re.findall(r'"([^"\n]*[а-яё][^"\n]*)"', source.read_text(encoding="utf-8")):
            counted.update(text)
    return counted


def main() -> None:
    between = sys.argv.index(":")
    own, other = widths(sys.argv[1:between]), widths(sys.argv[between + 1 :])
    known = {sign: times for sign, times in signs().items() if sign in own and sign in other}
    length = [sum(font[sign] * times for sign, times in known.items()) for font in (own, other)]
    print(f"{length[0] / length[1]:.1%}")


if __name__ == "__main__":
    main()
