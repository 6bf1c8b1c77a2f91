"""Texts as the Party and the state write them: forms of the field, words of our own."""

GUIDANCE = """ĐẢNG CỘNG SẢN VIỆT NAM
HƯỚNG DẪN
về tổ chức ngày hội trồng cây của các chi bộ
Thực hiện Chỉ thị 50-CT/TW, Ban Tổ chức hướng dẫn như sau:
I- MỤC ĐÍCH, YÊU CẦU
1- Mỗi chi bộ trồng ít nhất một hàng cây trên tuyến đường của thôn, có người chăm sóc.
2- Không phô trương, không thu tiền của người dân.
II- NỘI DUNG
1. Chuẩn bị
1.1. Chi uỷ khảo sát tuyến đường và chọn giống cây hợp với đất.
1.2. Cây giống lấy từ vườn ươm của xã; nơi xa thì:
a) tự ươm trước mùa mưa;
b) mua của hộ trong thôn, có hoá đơn;
đ) xin hỗ trợ của kiểm lâm.
2. Thực hiện
- Trồng trong tháng 6.
III- TỔ CHỨC THỰC HIỆN
Các đảng uỷ báo cáo kết quả trước ngày 30 - 6 hằng năm.
Nơi nhận:
- Các đảng uỷ trực thuộc,
- Lưu văn phòng."""

DECISION_WITH_RULES = """QUYẾT ĐỊNH
về việc ban hành Quy chế làm việc
ĐẢNG UỶ XÃ LAM KHÊ
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Đảng uỷ.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Điều 3. Các chi bộ thi hành Quyết định này.
QUY CHẾ
làm việc của Đảng uỷ xã
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định cách làm việc của Đảng uỷ.
2. Điều 3 của Quyết định không áp dụng cho Quy chế này.
Chương II
TRÁCH NHIỆM, QUYỀN HẠN
VÀ QUAN HỆ CÔNG TÁC
Mục 1. TRÁCH NHIỆM
Điều 2. Trách nhiệm của bí thư
1. Chủ trì các cuộc họp:
a) thường kỳ;
b) bất thường.
Mục 2. QUAN HỆ CÔNG TÁC
Điều 3. Với chính quyền
Đảng uỷ họp với Uỷ ban nhân dân mỗi quý một lần."""

AMENDING_LAW = """Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn rừng
1. Sửa đổi Điều 7 như sau:
“Điều 7. Trồng cây
1. Hộ trồng cây được cấp giống.
2. Giống được kiểm tra trước khi cấp.”.
2. Bổ sung Điều 7a sau Điều 7:
“Điều 7a. Chăm sóc
1. Cây được tưới vào mùa khô.”.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực từ ngày 01 tháng 7 năm 2027."""

REPORT_IN_PARTS = """Phần thứ nhất
KẾT QUẢ NHIỆM KỲ QUA
A. XÂY DỰNG ĐẢNG
I. VỀ CHÍNH TRỊ
1. Đảng bộ giữ vững đoàn kết.
II. VỀ TỔ CHỨC
B. KINH TẾ
I. NÔNG NGHIỆP
C. QUỐC PHÒNG
Phần thứ hai
PHƯƠNG HƯỚNG
I. MỤC TIÊU
Phụ lục 1
CÁC CHỈ TIÊU
I. CHỈ TIÊU VỀ TỔ CHỨC
V. I. Lênin viết về việc này từ rất sớm."""


def law(articles: int, a_chapter: int = 20) -> str:
    """A law of that many articles."""
    lines = []
    for number in range(1, articles + 1):
        if number % a_chapter == 1:
            lines += [f"Chương {number // a_chapter + 1}", "QUẢN LÝ VƯỜN RỪNG CỦA THÔN"]
        lines += [
            f"Điều {number}. Trách nhiệm của tổ quản lý thứ {number}",
            "1. Tổ quản lý kiểm tra vườn rừng mỗi tháng một lần và ghi vào sổ của thôn.",
            "2. Khi có cháy, sạt lở hoặc sâu bệnh, tổ quản lý:",
            "a) báo ngay cho trưởng thôn;",
            "b) huy động người và phương tiện tại chỗ.",
        ]
    return "\n".join(lines)
