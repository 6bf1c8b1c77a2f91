"""Letters as they may be written where they are looked up folded."""

#: Of the letters in documents' numbers, which have no tones.
WRITTEN = {"a": "aAăĂâÂ", "d": "dDđĐ", "e": "eEêÊ", "o": "oOôÔơƠ", "u": "uUưƯ"}
#: What folding makes an i of at the end of a word.
FINAL_Y = ("y", "ỳ", "ý", "ỷ", "ỹ", "ỵ")
