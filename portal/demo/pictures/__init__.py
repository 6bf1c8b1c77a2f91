"""Drawn pictures for the demo content: what each scene shows in words, and the list of pictures that are made.

A picture is drawn from its own seed, so its bytes depend on nothing but this package and the version of Pillow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from . import abstract, indoor, nature, village
from .canvas import Canvas
from .emblem import emblem_png
from .palette import LIGHTS, Light
from .portraits import Portrait

__all__ = ["CREDIT", "SCENES", "Drawing", "Portrait", "Scene", "captioned", "drawings", "drawn", "emblem_png"]

WIDE = (1600, 900)
STANDARD = (1600, 1200)
#: What a drawing is called. It never stands as a credit beside a text, where `Ảnh:` would be put before it.
CREDIT = "Tranh minh hoạ"


@dataclass(frozen=True)
class Scene:
    """A motif: how it is drawn, what it shows (for alternative text), and captions that fit it."""

    key: str
    paint: Callable[[Canvas, Light], None]
    title: str
    alt: str
    captions: tuple[str, ...]
    #: Scenes whose light is always the same are drawn once.
    lights: tuple[int, ...] = (0, 1)


def _scene(key: str, paint: Callable[[Canvas, Light], None], title: str, alt: str, *captions: str, lights: tuple[int, ...] = (0, 1)) -> Scene:  # fmt: skip
    return Scene(key, paint, title, alt, captions, lights)


_ALL = (
    _scene("terraces", nature.terraces, "Ruộng bậc thang",
           "Ruộng bậc thang xanh uốn theo sườn đồi, hai người đội nón đang thăm lúa, phía xa là ngôi nhà và dãy núi",
           "Ruộng bậc thang của xã", "Bà con thăm đồng trên những thửa ruộng bậc thang", lights=(0, 3)),
    _scene("ripe", nature.ripe_terraces, "Ruộng bậc thang mùa lúa chín",
           "Ruộng bậc thang vàng rực uốn theo sườn đồi, hai người đội nón đứng giữa ruộng, phía xa là ngôi nhà và dãy núi",
           "Lúa chín vàng trên ruộng bậc thang", "Ruộng bậc thang vào mùa gặt", lights=(1, 2)),
    _scene("hills", nature.hills, "Làng dưới chân đồi",
           "Những lớp đồi xanh chìm trong sương, mái nhà của thôn nằm giữa thung lũng",
           "Một góc thôn bản trong sương sớm", "Những nếp nhà mới dưới chân đồi", lights=(1, 0)),
    _scene("river", nature.river, "Bến sông",
           "Hai chiếc thuyền nhỏ trên khúc sông lặng, bờ gần có bụi tre, mặt trời lên sau dãy núi",
           "Khúc sông chảy qua địa bàn xã", "Thuyền của bà con trên sông buổi sớm", lights=(1, 2)),
    _scene("bridge", nature.bridge, "Cây cầu mới",
           "Cầu bê tông nhiều nhịp bắc qua sông, hai người đi xe máy trên cầu",
           "Cây cầu mới nối hai bờ sông", "Cầu dân sinh rút ngắn đường đi của bà con hai bờ", lights=(0, 3)),
    _scene("reservoir", nature.reservoir, "Hồ chứa nước",
           "Hồ nước giữa các quả đồi, đập bê tông có ba cửa xả và kênh dẫn nước về đồng",
           "Hồ chứa nước của xã", "Kênh chính dẫn nước về các cánh đồng", lights=(0, 1)),
    _scene("planting", nature.planting, "Trồng rừng",
           "Năm người đang trồng cây non thành hàng trên sườn đồi",
           "Đảng viên và bà con cùng trồng cây", "Những hàng cây non trên đồi vừa được trồng dặm", lights=(1, 0)),
    _scene("harvest", nature.harvest, "Mùa gặt",
           "Cánh đồng lúa chín vàng, ba người đội nón đứng giữa ruộng, phía sau có máy gặt màu đỏ",
           "Bà con thu hoạch lúa khi được nắng", "Máy gặt xuống đồng đầu vụ", lights=(2, 0)),
    _scene("drying", village.drying_yard, "Sân phơi lúa",
           "Sân phơi trải thóc vàng, hai người đội nón cầm cào đang đảo thóc, bên cạnh là những bao thóc và mấy nếp nhà",
           "Thóc vàng sân phơi", "Bà con tranh thủ nắng phơi thóc", lights=(0, 1)),
    _scene("hall", village.commune_hall, "Trụ sở và cột cờ",
           "Ngôi nhà mái ngói đỏ với bậc thềm rộng, trước sân là cột cờ có lá cờ đỏ sao vàng và bồn hoa",
           "Khuôn viên trụ sở xã", "Nhà văn hoá thôn được chỉnh trang", lights=(0, 1)),
    _scene("school", village.school, "Trường học",
           "Trường học hai tầng sơn vàng, học sinh đeo khăn quàng đỏ đứng trên sân, bên trái là cây phượng nở hoa",
           "Học sinh trên sân trường", "Ngôi trường mới được sửa sang", lights=(0, 1)),
    _scene("road", village.flower_road, "Đường hoa",
           "Đường bê tông thẳng, hai bên trồng hoa và cắm cờ, một người đi xe máy và một người đi bộ",
           "Tuyến đường hoa do bà con tự trồng và chăm sóc", "Đường thôn sạch đẹp, hai bên trồng hoa", lights=(1, 0)),
    _scene("house", village.new_house, "Dựng nhà giúp hộ nghèo",
           "Ngôi nhà gạch đang lợp mái, có thang và đống gạch, năm người cùng làm",
           "Hàng xóm góp công dựng nhà", "Mỗi người một tay lợp lại mái nhà", lights=(0, 1)),
    _scene("market", village.market, "Gian hàng nông sản",
           "Ba gian hàng mái che kẻ sọc bày lọ mật, trái cây; người bán đứng trong, khách xem hàng bên ngoài",
           "Gian trưng bày nông sản của các hợp tác xã", "Khách tham quan chọn mua đặc sản địa phương", lights=(0, 1)),
    _scene("lamp", village.lamp_road, "Đèn đường buổi tối",
           "Đường thôn buổi tối có hai hàng đèn năng lượng mặt trời, hai người đi dạo, nhà hai bên sáng đèn",
           "Tuyến đường thắp sáng bằng đèn năng lượng mặt trời", "Đường thôn sáng đèn khi tối xuống", lights=(2,)),
    _scene("meeting", indoor.meeting, "Họp chi bộ",
           "Các đảng viên ngồi quanh bàn dài trong phòng họp có phông đỏ sao vàng, trước mặt là tài liệu và chén trà",
           "Một buổi họp tại nhà văn hoá thôn", "Thảo luận tại buổi họp", lights=(0, 1)),
    _scene("conference", indoor.conference, "Hội nghị",
           "Người phát biểu đứng sau bục, bên cạnh là bàn chủ toạ, phía dưới đông người ngồi nghe",
           "Quang cảnh hội nghị", "Đại biểu dự hội nghị", lights=(0, 1)),
    _scene("vote", indoor.vote, "Biểu quyết",
           "Nhiều cánh tay giơ thẻ đỏ có ngôi sao vàng để biểu quyết",
           "Biểu quyết thông qua nghị quyết", "Những cánh tay giơ thẻ biểu quyết", lights=(0, 1)),
    _scene("books", indoor.books, "Bàn đọc sách",
           "Bàn gỗ bên cửa sổ có chồng sách, cuốn sách mở và đèn bàn màu đỏ",
           "Góc đọc sách dùng chung", "Bàn làm việc, sách vở bên cửa sổ", lights=(0, 2)),
    _scene("digital", indoor.digital, "Dịch vụ trực tuyến",
           "Hai người ngồi ở quầy, giữa là điện thoại hiện các dịch vụ công và dấu tích xanh",
           "Hướng dẫn người dân nộp hồ sơ trực tuyến", "Tổ công nghệ số giúp bà con dùng dịch vụ công", lights=(0, 1)),
    _scene("gifts", indoor.gifts, "Thăm hỏi gia đình",
           "Năm người đứng trước hiên nhà, trên tay là ba hộp quà buộc nơ",
           "Đoàn đến thăm gia đình", "Trước hiên nhà trong buổi đến thăm", lights=(1, 0)),
    _scene("charts", abstract.charts, "Biểu đồ",
           "Biểu đồ cột tăng dần với cột cuối màu đỏ, bên cạnh là biểu đồ tròn bốn phần",
           "Kết quả qua các năm (đồ hoạ minh hoạ, không theo số liệu trong bài)", lights=(0, 1)),
    _scene("lotus", abstract.lotus, "Hoa sen",
           "Ba bông sen hồng nở giữa lá xanh trên mặt nước",
           "Hoa sen trên đầm của xã", "Đầm sen của xã", lights=(0, 1)),
    _scene("drum", abstract.drum, "Hoa văn trống đồng",
           "Hoa văn trống đồng màu vàng trên nền đỏ: ngôi sao nhiều cánh ở giữa, vòng chim bay bên ngoài",
           "Hoạ tiết trống đồng", lights=(0, 1)),
    _scene("brocade", abstract.brocade, "Thổ cẩm",
           "Các dải hoa văn thổ cẩm hình thoi, hình sao và đường gấp khúc nhiều màu",
           "Hoa văn thổ cẩm do nghệ nhân trong xã dệt", lights=(0, 1)),
    _scene("calendar", abstract.calendar, "Lịch công tác",
           "Tờ lịch tháng có một ngày được đánh dấu sao, bên cạnh là bút chì và tách trà",
           "Lịch được đánh dấu từ đầu tháng", lights=(0, 1)),
    _scene("network", abstract.network, "Bản đồ các thôn",
           "Bản đồ có đường đồng mức và dòng sông, các điểm tròn nối về một ngôi sao ở giữa",
           "Sơ đồ các thôn trong xã", lights=(0, 1)),
)  # fmt: skip


def captioned(caption: str) -> str:
    """A caption that says it stands under a drawing.

    >>> captioned("Quang cảnh hội nghị")
    'Quang cảnh hội nghị (tranh minh hoạ)'
    >>> captioned("")
    'Tranh minh hoạ'
    """
    if not caption:
        return CREDIT
    return caption if "minh hoạ" in caption else f"{caption} (tranh minh hoạ)"


SCENES: dict[str, Scene] = {scene.key: scene for scene in _ALL}


@dataclass(frozen=True)
class Drawing:
    """One picture to be made: a scene in one light and shape."""

    scene: Scene
    variant: int
    light: Light
    size: tuple[int, int]

    @property
    def name(self) -> str:
        """Its title in the picture library; unique."""
        return self.name_of(self.scene, self.variant)

    @staticmethod
    def name_of(scene: Scene, variant: int) -> str:
        return f"{scene.title} – {variant}"

    @property
    def alt(self) -> str:
        return self.scene.alt

    @property
    def filename(self) -> str:
        return f"minh-hoa-{self.scene.key}-{self.variant}.jpg"

    def jpeg(self) -> bytes:
        canvas = Canvas(*self.size, Random(f"{self.scene.key}/{self.variant}"))
        self.scene.paint(canvas, self.light)
        return canvas.jpeg()


def drawings() -> Iterator[Drawing]:
    """All pictures, each scene's first variant wide, its second in 4:3."""
    for scene in SCENES.values():
        for number, light in enumerate(scene.lights):
            yield Drawing(scene, number + 1, LIGHTS[light], (WIDE, STANDARD)[number % 2])


def drawn(picture: Drawing | Portrait) -> bytes:
    """The picture as a JPEG. It lies here, where no model is, so that another process can draw it."""
    return picture.jpeg()
