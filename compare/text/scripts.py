"""In which script a text is written, and its words where marks belong to letters or no spaces part them."""

from __future__ import annotations

import re
from collections.abc import Mapping

# By language where one language (or one by far) writes the script, else by a name of the script.
_BLOCKS: Mapping[str, str] = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u0482\u048a-\u052f",
    "arabic": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc",
    "devanagari": "\u0904-\u0963\u0966-\u097f",
    "han": "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f",
    "ko": "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e",
    "el": "\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f",
    "hy": "\u0531-\u0556\u0561-\u0587",
    "ka": "\u10a0-\u10fa\u10fc-\u10ff",
    "th": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "lo": "\u0e81-\u0eb9\u0ebb-\u0ebd\u0ec0-\u0ecd\u0edc-\u0edf",
    "km": "\u1780-\u17d3",
    "my": "\u1000-\u103f\u1050-\u109f",
    "bn": "\u0980-\u09df\u09e0-\u09e3\u09f0-\u09f1",
    "pa": "\u0a01-\u0a5e\u0a70-\u0a75",
    "gu": "\u0a81-\u0ae3",
    "ta": "\u0b82-\u0bd7",
    "te": "\u0c00-\u0c63",
    "kn": "\u0c80-\u0ce3",
    "ml": "\u0d00-\u0d63",
    "si": "\u0d81-\u0df3",
    "am": "\u1200-\u135f",
}
_LETTERS = {name: re.compile(f"[{block}]") for name, block in _BLOCKS.items()}
# Marks that are part of the letter before them: Python counts them as no letters.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0980-\u0a03\u0a3c-\u0a51\u0a70-\u0a83"
    "\u0abc-\u0ae5\u0b01-\u0b63\u0b82-\u0be5\u0c00-\u0c63\u0c81-\u0ce3\u0d00-\u0d63\u0d81-\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u1000-\u103f\u1050-\u109f"
    "\u135d-\u135f\u1780-\u17d3\u200c\u200d"
)
# Han signs, then katakana, hiragana, and the scripts of South East Asia, each a run without spaces.
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
SOUTH_EAST = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3"

# Below this share of the letters a text is not in one script.
_MOSTLY = 0.7
# A Japanese text has more kana than Han signs; a Chinese one has them in names at most.
_KANA = 0.08


def script(text: str) -> str | None:
    """Return the script of most of a text's letters, or the one language that is written in it.

    >>> script("Совет закрыл мост."), script("橋を閉鎖した。"), script("封闭了大桥。"), script("12")
    ('cyrillic', 'ja', 'zh', None)
    """
    counts = {name: len(pattern.findall(text)) for name, pattern in _LETTERS.items()}
    han, kana = counts.pop("han"), counts.pop("kana")
    # One sign is a syllable or a word: as much text as two letters and more.
    counts["ja" if kana > _KANA * (han + kana) else "zh"] = 2 * (han + kana)
    total = sum(counts.values())
    most = max(counts, key=lambda name: counts[name])
    return most if total and counts[most] >= _MOSTLY * total else None
