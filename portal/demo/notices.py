"""The demo's notices: each says what, when and where, on days reckoned from the demo's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from . import dates


@dataclass(frozen=True)
class Notice:
    """A notice; every number of days counts from today, back into the past where it is below nought.

    ``text`` may name ``{ngay}``, the day it is about (in full: weekday and date), ``{han}``, the same as a date alone,
    and the months and quarters of ``words``. That day is a working day.
    """

    slug: str
    title: str
    issued: int
    #: The day that the notice is about.
    about: int
    text: str
    #: It expires at the end of the day that it is about.
    expires: bool = True
    attachment: str = ""
    #: Who may read it: "" everyone, "members" or "committee".
    level: str = ""

    def issued_on(self, today: date) -> date:
        return today + timedelta(days=self.issued)

    def about_on(self, today: date) -> date:
        return dates.workday(today + timedelta(days=self.about))

    def words(self, today: date) -> dict[str, str]:
        day, issued = self.about_on(today), self.issued_on(today)
        month, quarter = dates.next_month(today), dates.next_quarter(today)
        return {
            "ngay": dates.in_full(day),
            "han": dates.in_text(day),
            "ra_ngay": dates.in_text(issued),
            "thang_sau": f"{month.month}/{month.year}",
            "dau_thang_sau": dates.in_text(month),
            "cuoi_thang_sau": dates.in_text(dates.next_month(month) - timedelta(days=1)),
            "han_bao_cao": dates.in_text(dates.next_month(month).replace(day=10)),
            "quy_sau": f"{dates.quarter(quarter)}/{quarter.year}",
            "nam": str(today.year),
        }


NOTICES = (
    Notice("gop-y-quy-che-lam-viec", "Mời góp ý dự thảo Quy chế làm việc của Đảng uỷ xã", issued=-2, about=18,
     attachment="du-thao-quy-che-lam-viec.pdf",
     text="<p>Đảng uỷ xã lấy ý kiến cán bộ, đảng viên và nhân dân về dự thảo Quy chế làm việc của Đảng uỷ xã, từ ngày {ra_ngay} đến 17 giờ {ngay}.</p><p>Xin góp ý nhiều vào ba nội dung: lịch tiếp dân và đối thoại của Bí thư Đảng uỷ; thời hạn trả lời kiến nghị của chi bộ; việc đảng uỷ viên dự sinh hoạt chi bộ.</p><p>Ý kiến gửi về Văn phòng Đảng uỷ xã, thôn Cầu Đá, trong giờ hành chính, hoặc thư điện tử vanphong@lamkhe.example. Văn phòng công bố việc tiếp thu, giải trình trong mười ngày sau khi hết hạn. Dự thảo tóm tắt ở tệp kèm theo.</p>"),
    Notice("lich-doi-thoai", "Bí thư Đảng uỷ xã đối thoại với nhân dân các thôn Đầm Vạc, Gò Vải, Bến Phà", issued=-5, about=9,
     text="<p>Thời gian: 14 giờ {ngay}.</p><p>Địa điểm: nhà văn hoá thôn Gò Vải.</p><p>Nội dung: đường liên thôn Gò Vải – Bến Phà, nước sinh hoạt, thu gom rác và những việc khác bà con quan tâm. Chủ trì: đồng chí Hoàng Đình Lộc, Bí thư Đảng uỷ xã; dự và trả lời có lãnh đạo Uỷ ban nhân dân xã và các bộ phận chuyên môn.</p><p>Bà con có thể gửi câu hỏi trước qua trưởng thôn hoặc hộp thư ở nhà văn hoá.</p>"),
    Notice("dang-ky-lich-sinh-hoat", "Về việc đăng ký lịch sinh hoạt chi bộ quý {quy_sau}", issued=-8, about=12,
     attachment="mau-bien-ban-sinh-hoat-chi-bo.docx",
     text="<p>Đề nghị các chi bộ đăng ký lịch sinh hoạt thường kỳ và chuyên đề quý {quy_sau} với Văn phòng Đảng uỷ xã trước 17 giờ {ngay}.</p><p>Sinh hoạt thường kỳ vào một ngày cố định từ mùng 3 đến mùng 5 hằng tháng; trùng ngày nghỉ thì ghi rõ ngày thay thế. Chuyên đề của quý ghi tên chuyên đề, người chuẩn bị và ngày dự kiến.</p><p>Mẫu biên bản sinh hoạt dùng thống nhất ở tệp kèm theo.</p>"),
    Notice("tap-huan-so-tay", "Tập huấn sử dụng Sổ tay đảng viên điện tử cho bí thư chi bộ", issued=-16, about=4,
     text="<p>Thời gian: từ 8 giờ đến 11 giờ, {ngay}.</p><p>Địa điểm: hội trường Đảng uỷ xã, thôn Cầu Đá.</p><p>Thành phần: bí thư, phó bí thư 34 chi bộ trực thuộc. Các đồng chí mang theo điện thoại đã cài tài khoản định danh mức 2; chi bộ nào chưa có thiết bị, báo Ban Xây dựng Đảng trước một ngày để bố trí.</p>"),
    Notice("lich-cap-nuoc", "Lịch mở nước tưới tháng {thang_sau} cho các cánh đồng", issued=-6, about=35, expires=False,
     text="<p>Hợp tác xã Nông nghiệp Lam Khê thông báo lịch mở nước từ ngày {dau_thang_sau} đến ngày {cuoi_thang_sau}, mỗi đợt từ 5 giờ đến 11 giờ:</p><ul><li>Cánh đồng Ao Sen, Đồng Mận: thứ Hai và thứ Năm hằng tuần.</li><li>Cánh đồng Yên Thạch, Gò Vải: thứ Ba và thứ Sáu hằng tuần.</li></ul><p>Đề nghị bà con khơi thông mương trước giờ mở nước; ngày có mưa từ 20 mm trở lên thì nghỉ mở nước, lịch lùi lại một ngày.</p>"),
    Notice("tam-dung-tiep-nhan-ho-so", "Tạm dừng tiếp nhận hồ sơ trực tiếp trong ngày chuyển trụ sở", issued=-45, about=-33,
     text="<p>Văn phòng Đảng uỷ xã tạm dừng tiếp nhận hồ sơ trực tiếp cả {ngay} để chuyển từ trụ sở cũ ở thôn Ao Sen về trụ sở mới ở thôn Cầu Đá. Hồ sơ trực tuyến vẫn được tiếp nhận bình thường.</p>"),
    Notice("hoc-tap-nghi-quyet", "Học tập, quán triệt Nghị quyết chuyên đề về nâng cao chất lượng sinh hoạt chi bộ", issued=4, about=15,
     text="<p>Đảng uỷ xã tổ chức học tập, quán triệt Nghị quyết chuyên đề của Ban Chấp hành Đảng bộ xã về nâng cao chất lượng sinh hoạt chi bộ cho toàn thể đảng viên.</p><p>Thời gian: 7 giờ 30 {ngay}, trong một buổi.</p><p>Địa điểm: ba điểm cầu, gồm hội trường Đảng uỷ xã, nhà văn hoá Yên Thạch 1 và nhà văn hoá Mỹ Lĩnh. Đảng viên dự ở điểm gần nơi sinh hoạt; đảng viên được miễn sinh hoạt theo dõi qua hệ thống truyền thanh.</p>"),
    Notice("tai-lieu-noi-bo", "Phân công đảng uỷ viên dự sinh hoạt chi bộ tháng {thang_sau}", issued=-3, about=30, expires=False, level="members",
     text="<p>Ban Thường vụ Đảng uỷ phân công các đồng chí đảng uỷ viên dự sinh hoạt chi bộ tháng {thang_sau} như sau:</p><ul><li>Đồng chí Hoàng Đình Lộc: Chi bộ thôn Khuổi Nưa, Chi bộ Quân sự xã.</li><li>Đồng chí Lý Thị Thu Hiền: Chi bộ thôn Khe Ngang, Chi bộ Trường THCS Lam Khê.</li><li>Đồng chí Phan Trọng Nghiêm: Chi bộ thôn Gò Vải, Chi bộ thôn Bến Phà.</li><li>Đồng chí Vi Văn Tuyển: Chi bộ thôn Pò Đồn.</li><li>Đồng chí Lương Thị Bích Đào: Chi bộ thôn Đầm Vạc, Chi bộ Trạm Y tế.</li></ul><p>Các đồng chí báo cáo kết quả về Văn phòng Đảng uỷ trước ngày {han_bao_cao}.</p>"),
)  # fmt: skip
