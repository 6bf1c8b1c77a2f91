"""Makes a scan easy to recognise: upright lines, black on white, without grain; coloured ink on a sheet of its own.

Runs in a process of its own, on Pillow alone.
"""

from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter, ImageStat

#: Pictures are measured at this width: enough for lines of text to be lines.
_MEASURED_WIDTH = 700
_STEEPEST_SKEW, _COARSE, _FINE = 4.0, 0.5, 0.1
_SMALLEST_SKEW = 0.15
#: Mean difference from the neighbours, in steps of 255: flawless scans have next to none.
_GRAINY, _VERY_GRAINY = 2.5, 9.0
_STRONGLY = 1.8
_CROP = 800
#: Red, blue or violet ink: how far a pixel's strongest colour stands above its weakest, and its least share of a page.
_COLOURED, _LEAST_INK = 55, 0.0003
_PAPER_SHARE, _INK_SHARE = 0.5, 0.004


def coloured_ink(picture: Image.Image) -> Image.Image | None:
    """What is stamped or sealed in red, as black on white; ``None`` where there is none."""
    if picture.mode != "RGB":
        return None
    red, green, blue = picture.split()
    above = ImageChops.subtract(red, ImageChops.lighter(green, blue))
    mask = above.point([0 if value > _COLOURED else 255 for value in range(256)]).filter(ImageFilter.MedianFilter(3))
    inked = mask.histogram()[0]
    return mask if inked > _LEAST_INK * mask.width * mask.height else None


def cleaned(picture: Image.Image, *, strongly: bool = False) -> Image.Image:
    """The page as text in black on white paper; red ink, which seals use, is bleached.

    ``strongly`` smooths what a copy of a copy left of the letters.
    """
    grey = picture.getchannel("R") if picture.mode == "RGB" else picture.convert("L")
    if strongly:
        return _stretched(grey.filter(ImageFilter.GaussianBlur(_STRONGLY)))
    grain = _grain(grey)
    if grain > _GRAINY:
        grey = grey.filter(ImageFilter.MedianFilter(3))
    if grain > _VERY_GRAINY:
        grey = grey.filter(ImageFilter.GaussianBlur(1.1))
    return _stretched(grey)


def skew_of(picture: Image.Image) -> float:
    """The angle by which the page has to be turned so that its lines lie level."""
    small = picture.convert("L")
    small = small.resize((_MEASURED_WIDTH, max(1, small.height * _MEASURED_WIDTH // small.width)), Image.Resampling.BOX)
    small = ImageChops.invert(_stretched(small))
    coarse = max(_angles(0, _STEEPEST_SKEW, _COARSE), key=lambda angle: _levelness(small, angle))
    angle = max(_angles(coarse, _COARSE, _FINE), key=lambda angle: _levelness(small, angle))
    return angle if abs(angle) > _SMALLEST_SKEW else 0.0


def turned(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white") if angle else picture


def _angles(middle: float, reach: float, step: float) -> list[float]:
    count = round(reach / step)
    return [middle + place * step for place in range(-count, count + 1)]


def _levelness(picture: Image.Image, angle: float) -> float:
    """How sharply lines and gaps between them alternate, from top to bottom."""
    level = picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
    rows = level.resize((1, level.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))


def _grain(grey: Image.Image) -> float:
    """How much neighbours differ where there is no writing: the median of patches of the page."""
    patch = min(_CROP, grey.width, grey.height) // 4
    differences = []
    for across in range(1, 5):
        for down in range(1, 5):
            x, y = (grey.width - patch) * across // 5, (grey.height - patch) * down // 5
            crop = grey.crop((x, y, x + patch, y + patch))
            differences.append(
                ImageStat.Stat(ImageChops.difference(crop, crop.filter(ImageFilter.MedianFilter(3)))).mean[0]
            )
    return sorted(differences)[len(differences) // 2]


def _stretched(grey: Image.Image) -> Image.Image:
    """Paper to white, ink to black, by the shares of the page that they take."""
    counts = grey.histogram()
    paper, ink = _level(counts, _PAPER_SHARE), _level(counts, _INK_SHARE)
    if paper - ink < 8:
        return grey
    # Paper as such is not all of one tone: somewhat below it counts as white.
    white = ink + (paper - ink) * 0.9
    return grey.point([min(255, max(0, round((value - ink) * 255 / (white - ink)))) for value in range(256)])


def _level(counts: list[int], share: float) -> int:
    """The tone below which ``share`` of the pixels lie."""
    wanted, seen = share * sum(counts), 0
    for tone, count in enumerate(counts):
        seen += count
        if seen >= wanted:
            return tone
    return len(counts) - 1
