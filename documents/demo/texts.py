"""Texts of the invented commune's papers, in the two forms that papers have: I–1–a, and articles in chapters."""

from __future__ import annotations

RESOLUTION = """Căn cứ Chỉ thị 50-CT/TW ngày 23/7/2025 của Ban Bí thư và Kế hoạch 57-KH/TU ngày 05/12/2025 của Tỉnh uỷ Sơn Hải,
Ban Chấp hành Đảng bộ xã Lam Khê quyết nghị:
I- TÌNH HÌNH VÀ NGUYÊN NHÂN
1. Đảng bộ xã có 34 chi bộ với 812 đảng viên. Năm 2025, 27 chi bộ họp đủ mười hai kỳ; bảy chi bộ ở thôn xa còn thiếu một đến hai kỳ vào mùa mưa.
2. Nhiều buổi sinh hoạt vẫn nặng về đọc văn bản. Bình quân mỗi buổi có 9 đảng viên phát biểu, chủ yếu là chi uỷ viên và đảng viên lâu năm.
3. Nguyên nhân chính là nội dung chuẩn bị muộn, tài liệu đến tay đảng viên trong ngày họp, bí thư chi bộ mới chưa được tập huấn.
II- MỤC TIÊU ĐẾN NĂM 2030
1. Từ năm 2027, tất cả các chi bộ họp đủ mười hai kỳ mỗi năm và có ít nhất bốn kỳ chuyên đề.
2. Ít nhất 60% đảng viên dự họp phát biểu ý kiến; mọi nhiệm vụ giao trong nghị quyết chi bộ đều có người chịu trách nhiệm và thời hạn.
3. Tỉ lệ buổi sinh hoạt được Đảng uỷ đánh giá loại tốt đạt 70%.
III- NHIỆM VỤ VÀ GIẢI PHÁP
1. Chuẩn bị nội dung
a) Chi uỷ họp trước ngày sinh hoạt ít nhất năm ngày, thống nhất nội dung và phân công người chuẩn bị.
b) Tài liệu gửi đến đảng viên trước ít nhất hai ngày, bản in cho đảng viên không dùng điện thoại thông minh.
c) Chuyên đề của quý do chi bộ chọn từ việc đang vướng ở thôn: đường, nước, rừng, hộ nghèo, nếp sống.
2. Điều hành buổi sinh hoạt
a) Bí thư gợi mở bằng câu hỏi cụ thể và mời đảng viên trẻ, đảng viên mới chuyển đến phát biểu trước.
b) Kết luận ngắn: việc gì, ai làm, xong khi nào; biểu quyết từng việc còn ý kiến khác nhau.
3. Kiểm tra, hỗ trợ
a) Mỗi đảng uỷ viên dự họp ít nhất một kỳ trong quý với từng chi bộ được phân công.
b) Uỷ ban Kiểm tra Đảng uỷ kiểm tra việc thực hiện nghị quyết của năm chi bộ mỗi năm.
IV- TỔ CHỨC THỰC HIỆN
1. Ban Thường vụ Đảng uỷ cụ thể hoá Nghị quyết này bằng hướng dẫn và mẫu biên bản thống nhất.
2. Các chi bộ báo cáo kết quả trong báo cáo tháng; Văn phòng Đảng uỷ tổng hợp mỗi quý một lần."""

RULES = """Căn cứ Quy định 294-QĐ/TW ngày 26/5/2025 về thi hành Điều lệ Đảng,
Ban Chấp hành Đảng bộ xã Lam Khê quyết định:
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Đảng uỷ xã Lam Khê nhiệm kỳ 2025–2030.
Điều 2. Văn phòng Đảng uỷ theo dõi, đôn đốc việc thực hiện và báo cáo Ban Thường vụ mỗi năm một lần.
Điều 3. Các chi bộ, đảng uỷ viên và cơ quan tham mưu của Đảng uỷ thi hành Quyết định này.
QUY CHẾ LÀM VIỆC
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi và đối tượng
1. Quy chế này quy định trách nhiệm, quyền hạn, chế độ làm việc của Đảng uỷ, Ban Thường vụ và Thường trực Đảng uỷ xã.
2. Đảng uỷ viên, chi bộ và cơ quan tham mưu của Đảng uỷ thực hiện Quy chế này.
Điều 2. Nguyên tắc làm việc
1. Đảng uỷ làm việc theo nguyên tắc tập trung dân chủ; tập thể quyết định, cá nhân phụ trách.
2. Việc đã phân công thì người được phân công chịu trách nhiệm; việc khác ý kiến thì biểu quyết và ghi vào biên bản.
Chương II
TRÁCH NHIỆM, QUYỀN HẠN
Mục 1. TẬP THỂ
Điều 3. Đảng uỷ
1. Quyết định chủ trương phát triển kinh tế, xã hội, quốc phòng, an ninh và xây dựng Đảng của xã.
2. Cho ý kiến về nhân sự thuộc thẩm quyền:
a) chức danh cán bộ chủ chốt của xã;
b) bí thư, phó bí thư chi bộ trực thuộc;
c) trưởng các tổ chức chính trị – xã hội.
Điều 4. Ban Thường vụ Đảng uỷ
1. Chuẩn bị nội dung các hội nghị Đảng uỷ và chỉ đạo thực hiện nghị quyết.
2. Quyết định những việc Đảng uỷ uỷ quyền và báo cáo tại hội nghị gần nhất.
Điều 5. Thường trực Đảng uỷ
Giải quyết công việc hằng ngày của Đảng uỷ và chuẩn bị các cuộc họp của Ban Thường vụ.
Điều 6. Uỷ ban Kiểm tra Đảng uỷ
Thực hiện nhiệm vụ kiểm tra, giám sát theo Điều lệ Đảng và chương trình của Đảng uỷ.
Mục 2. CÁ NHÂN
Điều 7. Bí thư Đảng uỷ
1. Chủ trì các cuộc họp của Đảng uỷ, Ban Thường vụ và kết luận.
2. Chịu trách nhiệm trước cấp trên về việc lãnh đạo toàn diện của Đảng uỷ.
Điều 8. Phó Bí thư Thường trực
Thay Bí thư khi được uỷ quyền; phụ trách công tác tổ chức, kiểm tra và văn phòng.
Điều 9. Phó Bí thư, Chủ tịch Uỷ ban nhân dân
Đưa nghị quyết của Đảng uỷ vào kế hoạch của chính quyền và báo cáo kết quả mỗi tháng.
Điều 10. Uỷ viên Ban Thường vụ
Phụ trách lĩnh vực được phân công và dự sinh hoạt với ít nhất ba chi bộ.
Điều 11. Đảng uỷ viên
Dự họp đầy đủ, theo dõi chi bộ được phân công, báo cáo với Đảng uỷ mỗi quý.
Chương III
CHẾ ĐỘ LÀM VIỆC
Điều 12. Hội nghị Đảng uỷ
1. Họp thường kỳ mỗi quý một lần, bất thường khi cần.
2. Tài liệu gửi trước ít nhất ba ngày làm việc.
Điều 13. Họp Ban Thường vụ
Họp mỗi tháng hai lần vào tuần thứ nhất và tuần thứ ba.
Điều 14. Giao ban
Thường trực Đảng uỷ giao ban với khối chính quyền và đoàn thể vào sáng thứ Hai hằng tuần.
Điều 15. Chương trình công tác
1. Chương trình cả năm được thông qua trong tháng 01.
2. Chương trình tháng do Văn phòng Đảng uỷ lập và đăng trên cổng thông tin trước ngày 05.
Điều 16. Thông tin, báo cáo
1. Chi bộ gửi báo cáo tháng trước ngày 20.
2. Việc đột xuất báo cáo Thường trực Đảng uỷ trong ngày.
Điều 17. Tiếp đảng viên và Nhân dân
Bí thư Đảng uỷ tiếp vào ngày 10 và ngày 25 hằng tháng; trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp.
Điều 18. Văn bản và con dấu
Văn bản của Đảng uỷ theo thể thức của Đảng; Văn phòng Đảng uỷ quản lý con dấu và chữ ký số.
Chương IV
QUAN HỆ CÔNG TÁC
Điều 19. Với cấp trên
Đảng uỷ chấp hành sự lãnh đạo của Tỉnh uỷ và báo cáo theo định kỳ.
Điều 20. Với Hội đồng nhân dân, Uỷ ban nhân dân
Đảng uỷ lãnh đạo bằng nghị quyết, qua đảng viên giữ cương vị, và không làm thay chính quyền.
Điều 21. Với Mặt trận Tổ quốc và đoàn thể
Đảng uỷ nghe Mặt trận và đoàn thể phản ánh ý kiến Nhân dân mỗi quý một lần.
Chương V
ĐIỀU KHOẢN THI HÀNH
Điều 22. Sửa đổi, bổ sung
Quy chế được sửa đổi, bổ sung khi quá nửa số đảng uỷ viên đồng ý.
Điều 23. Hiệu lực
Quy chế có hiệu lực từ ngày ký quyết định ban hành."""

DUES = """Căn cứ Quyết định 342-QĐ/TW ngày 28/12/2010 của Bộ Chính trị, Ban Thường vụ Đảng uỷ xã hướng dẫn các chi bộ như sau:
I- MỨC ĐÓNG
1. Đảng viên hưởng lương đóng theo tỉ lệ trên tiền lương và phụ cấp; đảng viên hưởng lương hưu đóng theo lương hưu.
2. Đảng viên làm ruộng, buôn bán nhỏ đóng một mức chung cho cả xã; đảng viên hoàn cảnh khó khăn làm đơn để chi bộ đề nghị giảm hoặc miễn.
II- THU VÀ NỘP
1. Mỗi đảng viên tự đóng tại buổi sinh hoạt hằng tháng; chi uỷ ghi sổ và ký nhận ngay.
2. Chi bộ nộp về Văn phòng Đảng uỷ trước ngày 25, giữ lại phần được trích để chi hoạt động."""

EXEMPTION = """Ban Thường vụ Đảng uỷ xã hướng dẫn các chi bộ xem xét việc miễn công tác và miễn sinh hoạt đảng như sau:
1. Đảng viên tuổi cao, sức yếu không còn đi họp được thì tự viết đơn hoặc nói với chi uỷ để ghi thay.
2. Chi bộ bàn tại buổi sinh hoạt gần nhất, biểu quyết và báo cáo Đảng uỷ; việc miễn tính từ ngày chi bộ đồng ý.
3. Người được miễn vẫn được thông báo nội dung, được dự đại hội và giữ mọi quyền của đảng viên.
4. Đi làm xa dưới mười hai tháng thì đề nghị miễn sinh hoạt tạm thời và báo tin cho chi bộ ba tháng một lần."""
