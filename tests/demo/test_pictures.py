"""The demo's pictures and files, made by code."""

import io
import re
import wave
import zipfile
from random import Random

import pytest
from PIL import Image

from portal.demo.files import CHIME_LENGTH, DEMO_FILES
from portal.demo.library import portraits
from portal.demo.pictures import SCENES, drawings, emblem_png
from portal.demo.pictures.canvas import Canvas
from portal.demo.pictures.palette import LIGHTS


def made(filename: str) -> bytes:
    return next(demo_file.make() for demo_file in DEMO_FILES if demo_file.filename == filename)


def test_about_forty_different_pictures_in_two_shapes():
    wanted = list(drawings())

    assert 40 <= len(wanted) <= 60
    assert len({drawing.name for drawing in wanted}) == len({drawing.filename for drawing in wanted}) == len(wanted)
    assert {drawing.size for drawing in wanted} == {(1600, 900), (1600, 1200)}


def test_a_picture_is_the_same_each_time_it_is_drawn():
    drawing = next(drawing for drawing in drawings() if drawing.scene.key == "calendar")

    assert drawing.jpeg() == drawing.jpeg()


@pytest.mark.parametrize("key", sorted(SCENES))
def test_every_scene_can_be_drawn_in_every_light_at_any_size(key):
    for light in LIGHTS:
        canvas = Canvas(320, 180, Random(1))
        SCENES[key].paint(canvas, light)
        picture = canvas.finished()
        assert picture.size == (320, 180)
        assert len(picture.getcolors(320 * 180) or ()) > 200


def test_scenes_have_alternative_text_and_captions_apart():
    for scene in SCENES.values():
        assert 20 <= len(scene.alt) <= 250
        assert scene.captions
        assert scene.alt not in scene.captions


def test_a_picture_is_a_light_jpeg():
    drawing = next(drawing for drawing in drawings() if drawing.scene.key == "lotus")
    content = drawing.jpeg()

    assert Image.open(io.BytesIO(content)).format == "JPEG"
    assert len(content) < 400_000


def test_each_person_has_one_portrait_of_his_own():
    wanted = portraits()

    assert len({portrait.jpeg() for portrait in wanted}) == len({portrait.name for portrait in wanted}) == len(wanted)
    assert all(Image.open(io.BytesIO(portrait.jpeg())).size == (510, 680) for portrait in wanted)
    assert sum(portrait.uniform for portrait in wanted) == 2


def test_emblem_is_round_on_a_transparent_ground():
    emblem = Image.open(io.BytesIO(emblem_png()))

    assert emblem.mode == "RGBA"
    assert emblem.getpixel((0, 0))[3] == 0
    assert emblem.getpixel((256, 256))[3] == 255


@pytest.mark.parametrize("filename", [name for name in (file.filename for file in DEMO_FILES) if name.endswith(".pdf")])
def test_pdf_says_where_each_object_begins(filename):
    content = made(filename)
    table = int(re.search(rb"startxref\n(\d+)", content).group(1))
    places = [int(place) for place in re.findall(rb"\n(\d{10}) 00000 n", content[table:])]

    assert content.startswith(b"%PDF-1.5")
    assert content[table:].startswith(b"xref")
    for number, place in enumerate(places, start=1):
        assert content[place:].startswith(f"{number} 0 obj".encode())
    assert 20_000 < len(content) < 100_000


def test_word_template_holds_the_minutes():
    with zipfile.ZipFile(io.BytesIO(made("mau-bien-ban-sinh-hoat-chi-bo.docx"))) as package:
        assert package.testzip() is None
        document = package.read("word/document.xml").decode()

    assert "VI. Phân công nhiệm vụ" in document


def test_chime_is_short_and_small():
    content = made("nhac-hieu.wav")
    with wave.open(io.BytesIO(content)) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(CHIME_LENGTH, abs=0.1)
    assert len(content) < 200_000


def test_captions_are_webvtt():
    assert made("nhac-hieu.vtt").startswith(b"WEBVTT\n")


def test_files_are_the_same_each_time():
    for demo_file in DEMO_FILES:
        assert demo_file.make() == demo_file.make()
