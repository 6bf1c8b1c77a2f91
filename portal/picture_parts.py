"""Files of pictures taken apart: what shows stays to the byte, what only tells is left out.

GIF, PNG and WebP are made of parts that say what they are. Leaving parts out loses nothing of the picture, where
writing it anew would lose colours and the timing of what moves. Only parts known to be needed for showing are kept:
EXIF, XMP, comments, texts, dates, signatures, unknown parts and whatever stands behind the picture are dropped.
"""

from collections.abc import Callable, Iterator

_PNG_SHOWS = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs", b"sBIT"),
        *(b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP", b"mDCV", b"cLLI"),
    }
)
_WEBP_SHOWS = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_WEBP_SAYS_MORE = 0b1100  # the flags of VP8X for EXIF and XMP
_WEBP_FRAME_HEAD = 16

_GIF_IMAGE, _GIF_EXTENSION, _GIF_END = 0x2C, 0x21, 0x3B
_GIF_CONTROL, _GIF_APPLICATION = 0xF9, 0xFF
_GIF_APPLICATIONS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"})  # how often it moves, and colours


def without_metadata(raw: bytes, image_format: str) -> bytes:
    """``raw`` with nothing but the picture in it; equal to ``raw`` where there was nothing else.

    Raises:
        ValueError: the parts do not fit together.
    """
    try:
        return TAKEN_APART[image_format](raw)
    except IndexError as problem:
        raise ValueError("the file ends in the middle of a part") from problem


def _png(raw: bytes) -> bytes:
    kept, at = [raw[:8]], 8
    while at < len(raw):
        kind, end = raw[at + 4 : at + 8], at + 12 + int.from_bytes(raw[at : at + 4], "big")
        if end > len(raw):
            raise IndexError(end)
        if kind in _PNG_SHOWS:
            kept.append(raw[at:end])
        if kind == b"IEND":
            break
        at = end
    return b"".join(kept)


def _webp(raw: bytes) -> bytes:
    body = b"".join(_webp_parts(raw[12 : 8 + int.from_bytes(raw[4:8], "little")]))
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _webp_parts(raw: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(raw):
        kind, size = raw[at : at + 4], int.from_bytes(raw[at + 4 : at + 8], "little")
        content = raw[at + 8 : at + 8 + size]
        if len(content) < size:
            raise IndexError(at + 8 + size)
        if kind == b"VP8X":
            content = bytes([content[0] & ~_WEBP_SAYS_MORE]) + content[1:]
        elif kind == b"ANMF":
            content = content[:_WEBP_FRAME_HEAD] + b"".join(_webp_parts(content[_WEBP_FRAME_HEAD:]))
        if kind in _WEBP_SHOWS:
            yield kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
        at += 8 + size + size % 2


def _gif(raw: bytes) -> bytes:
    at = 13 + _gif_colours(raw[10])
    kept = [raw[:at]]
    while at < len(raw) and raw[at] != _GIF_END:
        begin = at
        if raw[at] == _GIF_IMAGE:
            at = _after_gif_blocks(raw, at + 11 + _gif_colours(raw[at + 9]))
            shows = True
        elif raw[at] == _GIF_EXTENSION:
            label, name = raw[at + 1], raw[at + 3 : at + 14]
            at = _after_gif_blocks(raw, at + 2)
            shows = label == _GIF_CONTROL or (label == _GIF_APPLICATION and name in _GIF_APPLICATIONS)
        else:
            raise ValueError(f"a GIF has no part of the kind {raw[at]}")
        if shows:
            kept.append(raw[begin:at])
    return b"".join([*kept, bytes([_GIF_END])])


def gif_frames(raw: bytes, most: int) -> int:
    """How many pictures follow each other in a GIF, counted no further than one more than ``most``.

    Nothing is unfolded. What does not fit together ends the counting: whoever opens the file stops there as well.
    """
    frames = 0
    try:
        at = 13 + _gif_colours(raw[10])
        while frames <= most and raw[at] in (_GIF_IMAGE, _GIF_EXTENSION):
            is_image = raw[at] == _GIF_IMAGE
            at = _after_gif_blocks(raw, at + 11 + _gif_colours(raw[at + 9]) if is_image else at + 2)
            frames += is_image
    except IndexError:
        pass
    return frames


def _gif_colours(flags: int) -> int:
    """The length of the table of colours that ``flags`` announces."""
    return 3 * 2 ** ((flags & 0b111) + 1) if flags & 0b10000000 else 0


def _after_gif_blocks(raw: bytes, at: int) -> int:
    """Where a chain of blocks ends: each begins with its length, the last is empty."""
    while raw[at]:
        at += raw[at] + 1
    return at + 1


TAKEN_APART: dict[str, Callable[[bytes], bytes]] = {"GIF": _gif, "PNG": _png, "WEBP": _webp}
