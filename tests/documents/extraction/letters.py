"""Official letters of our own invention, as lines with their places on the page, for scans and for proposals."""

from dataclasses import dataclass, field
from enum import StrEnum


class Place(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    BODY = "body"


@dataclass(frozen=True)
class Letter:
    """One page: left and right head, the middle, paragraphs, and at its foot recipients beside the signature."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    title: tuple[str, ...]
    body: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    capitals: bool = field(default=False)

    def lines(self) -> list[str]:
        return [*self.left, *self.right, *self.title, *self.body, *self.recipients, *self.signature]

    @property
    def text(self) -> str:
        return "\n".join(self.lines())


DIRECTIVE = Letter(
    left=("TỈNH UỶ SƠN BÌNH", "*", "Số 14-CT/TU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 09 tháng 3 năm 2023"),
    title=("CHỈ THỊ", "về tăng cường công tác phòng cháy, chữa cháy rừng", "trong mùa khô"),
    body=(
        (
            "Những năm gần đây, diện tích rừng trồng của tỉnh tăng nhanh, nhưng ý thức giữ rừng của một số hộ còn hạn chế. "
            "Riêng mùa khô vừa qua đã xảy ra bảy vụ cháy, thiệt hại hơn hai mươi héc-ta keo và thông."
        ),
        (
            "Để khắc phục tình trạng trên, Ban Thường vụ Tỉnh uỷ yêu cầu các cấp uỷ, tổ chức đảng thực hiện tốt một số "
            "nhiệm vụ sau:"
        ),
        "1. Quán triệt đầy đủ trách nhiệm của người đứng đầu; đưa việc giữ rừng vào nội dung sinh hoạt chi bộ hằng quý.",
        (
            "2. Rà soát lại lực lượng, phương tiện và nguồn nước ở từng khoảnh rừng; phân công trực đủ hai mươi bốn giờ "
            "trong những ngày nắng nóng."
        ),
        "3. Uỷ ban nhân dân các xã tổ chức ký cam kết với từng hộ sống ven rừng, xử lý nghiêm việc đốt nương trái phép.",
        "4. Giao Ban Tuyên giáo Tỉnh uỷ chủ trì theo dõi, đôn đốc, định kỳ sáu tháng báo cáo Thường trực Tỉnh uỷ.",
    ),
    recipients=("Nơi nhận:", "- Các huyện uỷ, thị uỷ,", "- Các sở, ban, ngành,", "- Lưu Văn phòng Tỉnh uỷ."),
    signature=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đỗ Quang Vịnh"),
)
GUIDANCE = Letter(
    left=("BAN TỔ CHỨC TỈNH UỶ", "*", "Số 07-HD/BTCTU"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Thành, ngày 21 tháng 8 năm 2019"),
    title=("HƯỚNG DẪN", "việc ghi sổ và lưu giữ biên bản họp chi bộ"),
    body=(
        (
            "Qua kiểm tra mười hai đảng bộ cơ sở, còn ba chi bộ ghi biên bản sơ sài, thiếu chữ ký của chủ trì và thư ký. "
            "Ban Tổ chức Tỉnh uỷ hướng dẫn như sau:"
        ),
        "I- MỤC ĐÍCH, YÊU CẦU",
        "Biên bản phải phản ánh trung thực ý kiến phát biểu, số người có mặt, vắng mặt và kết quả biểu quyết.",
        "II- NỘI DUNG",
        "1. Mỗi chi bộ dùng một quyển sổ đóng dấu giáp lai, đánh số trang từ đầu đến cuối.",
        "2. Thư ký đọc lại toàn bộ biên bản trước khi kết thúc cuộc họp; đảng viên có quyền đề nghị sửa chỗ chưa đúng.",
        "3. Sổ cũ được chuyển về văn phòng đảng uỷ cơ sở chậm nhất ngày 15 tháng 01 của năm sau.",
        "III- TỔ CHỨC THỰC HIỆN",
        "Các ban tổ chức cấp uỷ trực thuộc phổ biến hướng dẫn này đến từng chi bộ và kiểm tra việc thực hiện.",
    ),
    recipients=("Nơi nhận:", "- Thường trực Tỉnh uỷ (để báo cáo),", "- Các đảng uỷ trực thuộc,", "- Lưu Ban Tổ chức."),
    signature=("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lương Thị Hoài An"),
)
DECISION = Letter(
    left=("ỦY BAN NHÂN DÂN", "HUYỆN THANH KHÊ", "Số: 1187/QĐ-UBND"),
    right=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Thanh Khê, ngày 04 tháng 11 năm 2022"),
    title=("QUYẾT ĐỊNH", "Về việc thành lập Tổ công tác chuyển đổi số cộng đồng"),
    body=(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Xét đề nghị của Trưởng phòng Văn hóa và Thông tin huyện,",
        "Điều 1. Thành lập Tổ công tác chuyển đổi số cộng đồng gồm chín thành viên do ông Phạm Văn Lộc làm tổ trưởng.",
        (
            "Điều 2. Tổ công tác có nhiệm vụ hướng dẫn người dân nộp hồ sơ trực tuyến, thanh toán không dùng tiền mặt "
            "và bảo vệ thông tin cá nhân trên mạng."
        ),
        (
            "Điều 3. Chánh Văn phòng, thủ trưởng các phòng chuyên môn và các thành viên Tổ công tác chịu trách nhiệm thi "
            "hành Quyết định này kể từ ngày ký./."
        ),
    ),
    recipients=("Nơi nhận:", "- Như Điều 3;", "- UBND tỉnh;", "- Lưu: VT, VHTT."),
    signature=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Võ Hữu Trác"),
)
REPORT = Letter(
    left=("ĐẢNG BỘ XÃ PHÚ LÂM", "CHI BỘ THÔN ĐÔNG", "*", "Số 03-BC/CB"),
    right=("ĐẢNG CỘNG SẢN VIỆT NAM", "Phú Lâm, ngày 28 tháng 6 năm 2024"),
    title=("BÁO CÁO", "kết quả sinh hoạt chi bộ 6 tháng đầu năm"),
    body=(
        "Chi bộ có ba mươi mốt đảng viên, trong đó hai đồng chí được miễn sinh hoạt vì tuổi cao, sức yếu.",
        (
            "Sáu tháng qua chi bộ họp đủ sáu kỳ, tỉ lệ dự họp bình quân đạt 93,5%; hai kỳ sinh hoạt chuyên đề bàn về giữ gìn "
            "vệ sinh đường làng và khuyến học."
        ),
        (
            "Mỗi kỳ họp có từ mười đến mười lăm ý kiến, phần lớn nêu việc cụ thể: sửa cống thoát nước, trồng hoa ven đường, "
            "giúp đỡ hộ neo đơn."
        ),
        "Hạn chế: còn bốn đảng viên trẻ đi làm xa chưa báo cáo lý do vắng mặt kịp thời.",
        "Phương hướng: giữ nền nếp họp vào ngày mùng năm, chuẩn bị nội dung trước ba ngày và gửi đến từng đảng viên.",
    ),
    recipients=("Nơi nhận:", "- Đảng uỷ xã (báo cáo),", "- Lưu chi bộ."),
    signature=("T/M CHI BỘ", "BÍ THƯ", "Nguyễn Thị Bưởi"),
)
LETTERS = (DIRECTIVE, GUIDANCE, DECISION, REPORT)
