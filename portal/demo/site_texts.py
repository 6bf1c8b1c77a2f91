"""Texts of the demo's standard pages, notices and galleries. ``{nam}`` and the like are filled with the day's date."""

from __future__ import annotations

ABOUT = """
<p>Đảng bộ xã Lam Khê được thành lập ngày 01/7/2025 trên cơ sở ba Đảng bộ xã Lam Khê, Yên Thạch và Mỹ Lĩnh, trực thuộc Đảng bộ tỉnh Sơn Hải. Đảng bộ hiện có 34 chi bộ trực thuộc với 871 đảng viên, sinh hoạt ở 18 thôn, các trường học, trạm y tế, lực lượng vũ trang, cơ quan và hợp tác xã.</p>
<p>Xã nằm hai bên sông Lam Khê, rộng gần 146 km², phía bắc là núi, phía nam là cánh đồng và bãi bồi. Hơn một vạn ba nghìn người dân thuộc năm dân tộc cùng chung sống, làm ruộng, trồng chè, trồng rừng và chăn nuôi.</p>
<h2>Cổng thông tin này</h2>
<p>Cổng đăng tin hoạt động của Đảng bộ, thông báo, tài liệu phục vụ sinh hoạt chi bộ và những câu chuyện của người dân trong xã. Mọi góp ý xin gửi về Văn phòng Đảng uỷ theo địa chỉ ở trang <b>Liên hệ</b>.</p>
"""

FUNCTIONS = """
<h2>Chức năng</h2>
<p>Đảng uỷ xã là cơ quan lãnh đạo của Đảng bộ giữa hai kỳ đại hội, lãnh đạo mọi mặt công tác ở địa phương theo Điều lệ Đảng và quy định của Trung ương.</p>
<h2>Nhiệm vụ chủ yếu</h2>
<ol><li>Lãnh đạo thực hiện nhiệm vụ kinh tế, xã hội, quốc phòng, an ninh; chăm lo đời sống nhân dân.</li><li>Lãnh đạo công tác tư tưởng; giữ vững đoàn kết trong Đảng bộ và sự đồng thuận trong nhân dân.</li><li>Lãnh đạo công tác tổ chức, cán bộ; nâng cao chất lượng sinh hoạt chi bộ và phát triển đảng viên.</li><li>Lãnh đạo, kiểm tra, giám sát việc chấp hành nghị quyết, chỉ thị của Đảng.</li><li>Lãnh đạo Mặt trận Tổ quốc và các đoàn thể vận động nhân dân.</li></ol>
<h2>Lề lối làm việc</h2>
<p>Ban Chấp hành họp thường kỳ mỗi quý một lần, Ban Thường vụ mỗi tháng hai lần. Mỗi đảng uỷ viên phụ trách từ một đến hai chi bộ, dự sinh hoạt cùng chi bộ ít nhất hai tháng một lần và báo cáo kết quả với Đảng uỷ.</p>
"""

HISTORY = """
<h2>Từ những chi bộ đầu tiên</h2>
<p>Chi bộ đầu tiên của vùng Lam Khê có bảy đảng viên, họp dưới gốc đa đầu bến. Từ chi bộ ấy, phong trào lan ra các làng ven sông, rồi lên các bản vùng cao.</p>
<h2>Những chặng đường</h2>
<p>Qua các thời kỳ, Đảng bộ lãnh đạo nhân dân đắp đập, mở đường, đưa điện về thôn, xoá từng lớp học tranh tre. Năm {nam_truoc}, cây cầu cuối cùng qua sông được thông xe, nối liền hai bờ sau nhiều năm qua đò.</p>
<h2>Sau ngày 01/7/2025</h2>
<p>Ba xã hợp lại thành một, bộ máy gọn hơn, địa bàn rộng hơn. Đại hội Đảng bộ xã lần thứ nhất, nhiệm kỳ 2025-2030 đề ra mục tiêu xây dựng Đảng bộ trong sạch, vững mạnh, đời sống nhân dân ngày càng ấm no.</p>
"""

ACCESSIBILITY = """
<p>Chúng tôi muốn mọi người đều đọc được cổng này: người cao tuổi, người khiếm thị, người dùng điện thoại cũ, người chỉ dùng bàn phím.</p>
<h2>Những gì đã làm</h2>
<ul><li>Đổi cỡ chữ và bật tương phản cao ở đầu trang; lựa chọn được giữ trên máy của bạn.</li><li>Mọi trang dùng được bằng bàn phím; phím Tab đầu tiên đưa đến liên kết “Chuyển đến nội dung chính”.</li><li>Ảnh có nội dung đều có mô tả; âm thanh có phụ đề hoặc bản chép lời.</li><li>Trang đọc được khi trình duyệt tắt mã lệnh và khi in ra giấy.</li></ul>
<h2>Những gì còn thiếu</h2>
<p>Một số bài cũ nhập từ nơi khác có bảng khó đọc trên điện thoại. Một vài tệp đính kèm là bản quét, chưa có chữ để máy đọc. Chúng tôi sửa dần, trước hết là những bài nhiều người xem.</p>
<h2>Báo cho chúng tôi</h2>
<p>Nếu có chỗ nào bạn không dùng được, xin báo cho Văn phòng Đảng uỷ. Chúng tôi trả lời trong năm ngày làm việc.</p>
"""

CONTACT_MORE = """
<p>Đảng viên cần xác nhận hồ sơ, chuyển sinh hoạt đảng xin mang theo thẻ đảng viên và đến vào buổi sáng các ngày làm việc. Thư góp ý có thể bỏ vào hộp thư ở cổng trụ sở hoặc nhà văn hoá các thôn.</p>
"""

#: (unit, name, position, duties)
PEOPLE = (
    ("Thường trực Đảng uỷ", "Hoàng Đình Lộc", "Bí thư Đảng uỷ", "Phụ trách chung; trực tiếp chỉ đạo công tác tổ chức, cán bộ, quốc phòng, an ninh."),
    ("Thường trực Đảng uỷ", "Lý Thị Thu Hiền", "Phó Bí thư Thường trực", "Công tác xây dựng Đảng, Mặt trận và các đoàn thể; phụ trách Cổng thông tin điện tử."),
    ("Thường trực Đảng uỷ", "Phan Trọng Nghiêm", "Phó Bí thư, Chủ tịch Uỷ ban nhân dân", "Công tác chính quyền, kinh tế, ngân sách, cải cách hành chính."),
    ("Ban Thường vụ", "Vi Văn Tuyển", "Uỷ viên Ban Thường vụ, Chủ nhiệm Uỷ ban Kiểm tra", "Công tác kiểm tra, giám sát, kỷ luật Đảng."),
    ("Ban Thường vụ", "Lương Thị Bích Đào", "Uỷ viên Ban Thường vụ, Trưởng Ban Xây dựng Đảng", "Tổ chức, đảng viên, tuyên giáo, dân vận."),
    ("Ban Thường vụ", "Nông Đức Toản", "Uỷ viên Ban Thường vụ, Chủ tịch Uỷ ban Mặt trận Tổ quốc", "Công tác mặt trận, giám sát và phản biện xã hội, an sinh."),
    ("Ban Thường vụ", "Ma Công Sáng", "Uỷ viên Ban Thường vụ, Chỉ huy trưởng Ban Chỉ huy Quân sự", "Công tác quân sự, quốc phòng địa phương."),
    ("Ban Thường vụ", "Đỗ Mạnh Tường", "Uỷ viên Ban Thường vụ, Trưởng Công an xã", "Công tác an ninh, trật tự."),
    ("Văn phòng Đảng uỷ", "Đinh Quang Duẩn", "Chánh Văn phòng", "Tham mưu tổng hợp, văn thư, lưu trữ; quản trị Cổng thông tin điện tử."),
    ("Văn phòng Đảng uỷ", "Nguyễn Thị Hoài", "Chuyên viên", "Văn thư, tiếp nhận đơn thư, sổ tay đảng viên điện tử."),
    ("Ban Biên tập Cổng thông tin", "Lý Thị Thu Hiền", "Trưởng ban", ""),
    ("Ban Biên tập Cổng thông tin", "Vũ Minh Khê", "Biên tập viên", "Biên tập tin, bài; theo dõi chuyên mục Sinh hoạt chi bộ."),
)  # fmt: skip

#: (heading, ((name, address), …)): public institutions and the home pages they announce
LINKS = (
    ("Cơ quan Đảng", (
        ("Báo điện tử Đảng Cộng sản Việt Nam", "https://dangcongsan.vn"),
        ("Hệ thống tư liệu – Văn kiện Đảng", "https://tulieuvankien.dangcongsan.vn"),
        ("Tạp chí Cộng sản", "https://www.tapchicongsan.org.vn"),
        ("Tạp chí Xây dựng Đảng", "https://www.xaydungdang.org.vn"),
        ("Báo Nhân Dân", "https://nhandan.vn"),
        ("Học viện Chính trị quốc gia Hồ Chí Minh", "https://hcma.vn"),
    )),
    ("Cơ quan Nhà nước", (
        ("Quốc hội nước Cộng hoà xã hội chủ nghĩa Việt Nam", "https://quochoi.vn"),
        ("Cổng Thông tin điện tử Chính phủ", "https://chinhphu.vn"),
        ("Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn"),
        ("Cơ sở dữ liệu quốc gia về văn bản pháp luật", "https://vbpl.vn"),
        ("Bộ Nội vụ", "https://moha.gov.vn"),
    )),
    ("Mặt trận và đoàn thể", (
        ("Uỷ ban Trung ương Mặt trận Tổ quốc Việt Nam", "https://mattran.org.vn"),
        ("Tổng Liên đoàn Lao động Việt Nam", "https://www.congdoan.vn"),
        ("Trung ương Đoàn TNCS Hồ Chí Minh", "https://doanthanhnien.vn"),
        ("Hội Liên hiệp Phụ nữ Việt Nam", "https://hoilhpn.org.vn"),
        ("Hội Nông dân Việt Nam", "https://hoinongdan.org.vn"),
    )),
)  # fmt: skip

#: slug, title, days ago, intro, ((scene, variant, caption), …); the first picture is the cover
GALLERIES: tuple[tuple[str, str, int, str, tuple[tuple[str, int, str], ...]], ...] = (
    ("mua-vang-tren-lam-khe", "Mùa vàng trên đất Lam Khê", 11, "Bộ tranh minh hoạ một mùa lúa chín, từ ruộng bậc thang đến sân phơi.", (
        ("ripe", 1, "Lúa chín vàng trên ruộng bậc thang"), ("harvest", 2, "Máy gặt vào đồng"), ("harvest", 1, "Gặt vội trước lúc mặt trời lặn"),
        ("ripe", 2, "Hoàng hôn trên nương lúa"), ("drying", 1, "Đảo thóc giữa trưa nắng"), ("drying", 2, "Sân phơi buổi sớm"),
    )),
    ("nhip-cau-ben-pha", "Nhịp cầu Bến Phà", 26, "Bộ tranh minh hoạ cây cầu mới nối hai bờ sông và bến đò trước ngày có cầu.", (
        ("bridge", 1, "Những chuyến xe đầu tiên qua cầu"), ("bridge", 2, "Nhịp cầu trong sương sớm"), ("river", 1, "Bến sông trước ngày có cầu"),
        ("river", 2, "Chuyến đò chiều"), ("road", 2, "Đường mới dẫn lên cầu"), ("hills", 1, "Thôn Bến Phà nhìn từ đường dẫn"),
    )),
    ("duong-hoa-que-toi", "Đường hoa quê tôi", 60, "Bộ tranh minh hoạ những con đường bà con tự làm, tự trồng hoa, tự thắp sáng.", (
        ("road", 1, "Đường trục thôn Ao Sen"), ("road", 2, "Cờ và hoa ngày hội"), ("lamp", 1, "Đường sáng đèn năng lượng mặt trời"),
        ("hall", 1, "Nhà văn hoá sau khi chỉnh trang"), ("school", 1, "Trường học ở cuối đường hoa"), ("planting", 1, "Trồng cây trên đồi đầu thôn"),
    )),
    ("sac-mau-ban-lang", "Sắc màu bản làng", 130, "Bộ tranh minh hoạ hoa văn thổ cẩm, mùa sen và phiên chợ.", (
        ("brocade", 1, "Dải thổ cẩm của câu lạc bộ dệt Pò Đồn"), ("lotus", 1, "Sen Đầm Vạc"), ("brocade", 2, "Mẫu hoa văn được dệt lại"),
        ("drum", 1, "Hoạ tiết trống đồng trên sân khấu ngày hội"), ("lotus", 2, "Chiều trên đầm"), ("market", 2, "Phiên chợ nông sản"),
    )),
    ("hoi-nghi-trong-nam", "Những hội nghị trong năm", 200, "Bộ tranh minh hoạ các buổi họp, từ hội trường xã đến nhà văn hoá thôn.", (
        ("conference", 1, "Hội nghị Ban Chấp hành"), ("vote", 1, "Biểu quyết thông qua nghị quyết"), ("meeting", 1, "Sinh hoạt chi bộ"),
        ("conference", 2, "Hội nghị tổng kết"), ("meeting", 2, "Chi uỷ bàn việc đầu tháng"), ("vote", 2, "Giơ thẻ biểu quyết"),
    )),
)  # fmt: skip
