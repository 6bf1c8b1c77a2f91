"""First and last pages of our own invention, with what a person would enter of each; ``None`` does not stand there."""

from typing import Any, NamedTuple


class Example(NamedTuple):
    first: str
    values: dict[str, Any]
    last: str = ""


FIRST_ROUND = [
    Example(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tHà Nội, ngày 12 tháng 02 năm 2024\nSố 88-CT/TW\n\nCHỈ THỊ\n"
        "CỦA BAN BÍ THƯ\nvề tăng cường công tác thư viện ở cơ sở\n-----\nTrong những năm qua, thư viện xã đã góp phần nâng cao dân "
        "trí của đồng bào.",
        {
            "number": "88-CT/TW", "issued_on": "2024-02-12", "place": "Hà Nội", "issuer": "BAN CHẤP HÀNH TRUNG ƯƠNG",
            "kind": "Chỉ thị", "authority": "T/M", "on_behalf_of": "BAN BÍ THƯ", "position": "THƯỜNG TRỰC BAN BÍ THƯ",
            "signer": "Trần Hữu Lĩnh",
        },
        "4. Văn phòng theo dõi việc thực hiện.\nNơi nhận:\n- Các tỉnh uỷ, thành uỷ,\n- Lưu Văn phòng.\nT/M BAN BÍ THƯ\n"
        "THƯỜNG TRỰC BAN BÍ THƯ\n(đã ký)\nTrần Hữu Lĩnh",
    ),
    Example(
        "TỈNH UỶ HÀ THÀNH ĐẢNG CỘNG SẢN VIỆT NAM\n* Hà Thành, ngày 05 tháng 9 năm 2021\nSố 42-KH/TU\nKẾ HOẠCH\n"
        "thực hiện Kết luận số 9-KL/TW ngày 01/7/2021\nI- MỤC ĐÍCH\n1. Cụ thể hoá các nhiệm vụ.\nNơi nhận: T/M BAN THƯỜNG VỤ\n"
        "- Ban Tổ chức Trung ương, PHÓ BÍ THƯ\n- Các huyện uỷ.\nLê Thị Ngân",
        {
            "number": "42-KH/TU", "issued_on": "2021-09-05", "place": "Hà Thành", "issuer": "TỈNH UỶ HÀ THÀNH",
            "kind": "Kế hoạch", "abstract": "thực hiện Kết luận số 9-KL/TW ngày 01/7/2021", "authority": "T/M",
            "on_behalf_of": "BAN THƯỜNG VỤ", "position": "PHÓ BÍ THƯ", "signer": "Lê Thị Ngân",
            "recipients": ("Ban Tổ chức Trung ương", "Các huyện uỷ"),
        },
    ),
    Example(
        "HUYỆN UỶ ĐÔNG GIANG\n*\nSố 279-CV/HU\nV/v đăng ký lịch sinh hoạt\nchi bộ năm 2020\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Đông Giang, ngày 16 tháng 12 năm 2019\nKính gửi: Các chi bộ, đảng bộ cơ sở,\nThực hiện chương trình công tác năm.",
        {
            "number": "279-CV/HU", "issued_on": "2019-12-16", "issuer": "HUYỆN UỶ ĐÔNG GIANG", "kind": "Công văn",
            "abstract": "đăng ký lịch sinh hoạt chi bộ năm 2020", "signer": None, "position": None,
        },
    ),
    Example(
        "BỘ NỘI VỤ\n-------\nSố: 01/2023/TT-BNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
        "Hà Nội, ngày 27 tháng 7 năm 2023\nTHÔNG TƯ\nQuy định mẫu sổ theo dõi văn bản điện tử\n"
        "Căn cứ Nghị định số 48/2022/NĐ-CP của Chính phủ;",
        {
            "number": "01/2023/TT-BNV", "issued_on": "2023-07-27", "issuer": "BỘ NỘI VỤ", "kind": "Thông tư",
            "abstract": "Quy định mẫu sổ theo dõi văn bản điện tử", "place": "Hà Nội",
        },
    ),
    Example(
        "UBND TỈNH SƠN BÌNH\nSỞ VĂN HÓA VÀ THỂ THAO\nSố: 512/SVHTT-QLDS\nV/v rà soát di tích xuống cấp\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Bình, ngày 3 tháng 10 năm 2022\n"
        "Kính gửi: Ủy ban nhân dân các huyện\nSở đề nghị các huyện rà soát.\nNơi nhận:\n- Như trên;\n- Lưu: VT, QLDS.\n"
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Thanh Tú",
        {
            "number": "512/SVHTT-QLDS", "issued_on": "2022-10-03", "issuer": "SỞ VĂN HÓA VÀ THỂ THAO",
            "superior": "UBND TỈNH SƠN BÌNH", "kind": "Công văn", "abstract": "rà soát di tích xuống cấp", "authority": "KT.",
            "position": "PHÓ GIÁM ĐỐC", "signer": "Nguyễn Thanh Tú", "recipients": ("Như trên", "Lưu: VT, QLDS"),
        },
    ),
    Example(
        "ĐẢNG BỘ HUYỆN THANH KHÊ\nĐẢNG UỶ XÃ PHÚ LÂM\n*\nSố 05 - NQ/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Phú Lâm, ngày 10 tháng 01 năm 2023\nNGHỊ QUYẾT\nvề nhiệm vụ phát triển kinh tế - xã hội,\nquốc phòng, an ninh năm 2023\n"
        "-----\nNăm 2022, kinh tế của xã tăng khá.",
        {
            "number": "05-NQ/ĐU", "issued_on": "2023-01-10", "issuer": "ĐẢNG UỶ XÃ PHÚ LÂM",
            "superior": "ĐẢNG BỘ HUYỆN THANH KHÊ", "kind": "Nghị quyết",
            "abstract": "về nhiệm vụ phát triển kinh tế - xã hội, quốc phòng, an ninh năm 2023",
        },
    ),
    Example(
        "QUỐC HỘI\nLuật số: 77/2025/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLUẬT\nTHƯ VIỆN CƠ SỞ\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
        {
            "number": "77/2025/QH15", "issued_on": None, "issuer": "QUỐC HỘI", "kind": "Luật", "abstract": "THƯ VIỆN CƠ SỞ",
            "position": "CHỦ TỊCH QUỐC HỘI", "signer": "Hoàng Văn Nghĩa",
        },
        "Luật này được Quốc hội thông qua ngày 20 tháng 6 năm 2025.\nCHỦ TỊCH QUỐC HỘI\n\n\nHoàng Văn Nghĩa",
    ),
    Example(
        "ĐẢNG BỘ XÃ MỸ LỘC\nCHI BỘ THÔN THƯỢNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nMỹ Lộc, ngày 03 tháng 9 năm 2020\nBIÊN BẢN\n"
        "Sinh hoạt chi bộ thường kỳ tháng 9 năm 2020\nI. THỜI GIAN, ĐỊA ĐIỂM\nBắt đầu lúc 19 giờ 30.\nNGƯỜI GHI BIÊN BẢN\tCHỦ TRÌ\n"
        "Bùi Thị Sen\tĐinh Công Phẩm",
        {
            "number": None, "issued_on": "2020-09-03", "issuer": "CHI BỘ THÔN THƯỢNG", "superior": "ĐẢNG BỘ XÃ MỸ LỘC",
            "kind": "Biên bản", "abstract": "Sinh hoạt chi bộ thường kỳ tháng 9 năm 2020",
        },
    ),
    Example(
        "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\n\nSố:       /KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Tân Lập, ngày      tháng 4 năm 2024\nKẾ HOẠCH\nTổ chức hội thi đọc sách hè\nThực hiện Công văn số 15/PGDĐT ngày 02/4/2024.",
        {
            "number": None, "issued_on": None, "issuer": "ỦY BAN NHÂN DÂN XÃ TÂN LẬP", "kind": "Kế hoạch",
            "abstract": "Tổ chức hội thi đọc sách hè",
        },
    ),
    Example(
        "BAN TUYÊN GIÁO\nHUYỆN UỶ THANH KHÊ\n*\nSố 11-BC/BTGHU\nĐẢNG CỘNG SẢN VIỆT NAM\nThanh Khê, ngày 30-6-2022\nBÁO CÁO\n"
        "công tác tuyên giáo quý II năm 2022\nQuý II, toàn huyện tổ chức hai hội nghị báo cáo viên với ba trăm người dự.\n"
        "TRƯỞNG BAN\n\nPhan Văn Đức",
        {
            "number": "11-BC/BTGHU", "issued_on": "2022-06-30", "kind": "Báo cáo", "place": "Thanh Khê",
            "issuer": "BAN TUYÊN GIÁO HUYỆN UỶ THANH KHÊ",
            "abstract": "công tác tuyên giáo quý II năm 2022", "position": "TRƯỞNG BAN", "signer": "Phan Văn Đức", "authority": None,
        },
    ),
    Example(
        "Trang bìa\nSổ tay tuyên truyền\nNăm 2023",
        {"number": None, "issued_on": None, "issuer": None, "kind": None, "abstract": None, "signer": None, "recipients": None},
    ),
    Example(
        "CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n Độc lập - Tự do - Hạnh phúc\nSố: 30/2022/NĐ-CP Hà Nội, ngày 05 tháng 3 năm 2022\n"
        "NGHỊ ĐỊNH\nVề quản lý bảng tin công cộng\nCăn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;",
        {
            "number": "30/2022/NĐ-CP", "issued_on": "2022-03-05", "place": "Hà Nội", "issuer": "CHÍNH PHỦ", "kind": "Nghị định",
            "abstract": "Về quản lý bảng tin công cộng", "authority": "TM.", "on_behalf_of": "CHÍNH PHỦ",
            "position": "THỦ TƯỚNG", "signer": "Mạc Đăng Khải",
        },
        "Điều 9. Hiệu lực\nNơi nhận:\n- Ban Bí thư Trung ương Đảng;\n- Lưu: VT.\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\nMạc Đăng Khải",
    ),
]  # fmt: skip

SECOND_ROUND = [
    Example(
        "TỈNH UỶ SƠN BÌNH\nVĂN PHÒNG\n*\nSố 141-CV/VPTU/nb\nVề việc chuẩn bị hội nghị\ngiao ban quý III\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Sơn Bình, ngày 02 tháng 10 năm 2018\nKính gửi: - Các ban đảng,\n- Các huyện uỷ.\nVăn phòng Tỉnh uỷ đề nghị các cơ quan chuẩn bị "
        "báo cáo.\nNơi nhận:\n- Như trên,\n- Lưu.\nK/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nTạ Đình Khoa",
        {
            "number": "141-CV/VPTU/nb", "issued_on": "2018-10-02", "issuer": "VĂN PHÒNG", "superior": "TỈNH UỶ SƠN BÌNH",
            "kind": "Công văn", "abstract": "chuẩn bị hội nghị giao ban quý III", "authority": "K/T",
            "position": "PHÓ CHÁNH VĂN PHÒNG", "signer": "Tạ Đình Khoa", "recipients": ("Như trên", "Lưu"),
        },
    ),
    Example(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 31-HD/BTCTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 6 tháng 7 năm 2017\n"
        "HƯỚNG DẪN\nmột số nội dung về công tác văn thư của chi bộ\n-----\nCăn cứ Điều lệ Đảng; Ban Tổ chức Trung ương hướng dẫn như sau:",
        {
            "number": "31-HD/BTCTW", "issued_on": "2017-07-06", "place": "Hà Nội", "issuer": "BAN TỔ CHỨC",
            "superior": "BAN CHẤP HÀNH TRUNG ƯƠNG", "kind": "Hướng dẫn",
            "abstract": "một số nội dung về công tác văn thư của chi bộ", "authority": "T/L", "on_behalf_of": "TRƯỞNG BAN",
            "position": "VỤ TRƯỞNG VỤ TỔNG HỢP", "signer": "Kiều Anh Dũng", "recipients": ("Các ban tổ chức tỉnh uỷ", "Lưu"),
        },
        "Hướng dẫn này thay thế các quy định trước.\nNơi nhận:\n- Các ban tổ chức tỉnh uỷ,\n- Lưu.\nT/L TRƯỞNG BAN\n"
        "VỤ TRƯỞNG VỤ TỔNG HỢP\nKiều Anh Dũng",
    ),
    Example(
        "ĐẢNG BỘ TỈNH HÀ THÀNH ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN UỶ YÊN LẠC\n* Yên Lạc, ngày 28 tháng 3 năm 2002\nSố 04-QĐ/HU\n"
        "QUYẾT ĐỊNH\nvề việc phân công đảng uỷ viên dự sinh hoạt chi bộ\nCăn cứ Điều lệ Đảng;\nBAN THƯỜNG VỤ HUYỆN UỶ QUYẾT ĐỊNH\n"
        "Điều 1. Phân công các đồng chí có tên kèm theo.\nNơi nhận:\n- Như Điều 3,\n- Lưu.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n(đã ký)\n"
        "Nghiêm Xuân Bách",
        {
            "number": "04-QĐ/HU", "issued_on": "2002-03-28", "place": "Yên Lạc", "issuer": "HUYỆN UỶ YÊN LẠC",
            "superior": "ĐẢNG BỘ TỈNH HÀ THÀNH", "kind": "Quyết định",
            "abstract": "về việc phân công đảng uỷ viên dự sinh hoạt chi bộ", "authority": "T/M", "position": "BÍ THƯ",
            "on_behalf_of": "BAN THƯỜNG VỤ", "signer": "Nghiêm Xuân Bách",
        },
    ),
    Example(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN BÌNH\nSố: 05/2021/NQ-HĐND\nCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n"
        "Sơn Bình, ngày 9 tháng 12 năm 2021\nNGHỊ QUYẾT\nQuy định mức chi tổ chức giải thể thao quần chúng\ntrên địa bàn tỉnh Sơn Bình\n"
        "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN BÌNH\nKHÓA X, KỲ HỌP THỨ BA\nCăn cứ Luật Tổ chức chính quyền địa phương;",
        {
            "number": "05/2021/NQ-HĐND", "issued_on": "2021-12-09", "issuer": "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN BÌNH",
            "kind": "Nghị quyết", "place": "Sơn Bình",
            "abstract": "Quy định mức chi tổ chức giải thể thao quần chúng trên địa bàn tỉnh Sơn Bình",
        },
    ),
    Example(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ LONG KHÁNH\nSố: 1253/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Long Khánh, ngày 31 tháng 12 năm 2020\nQUYẾT ĐỊNH\nVề việc phê duyệt danh sách hộ gia đình văn hóa\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ\nCăn cứ Luật Tổ chức chính quyền địa phương;\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrịnh Hoài Đức Minh",
        {
            "number": "1253/QĐ-UBND", "issued_on": "2020-12-31", "issuer": "ỦY BAN NHÂN DÂN THÀNH PHỐ LONG KHÁNH",
            "kind": "Quyết định", "abstract": "Về việc phê duyệt danh sách hộ gia đình văn hóa", "authority": "TM., KT.",
            "on_behalf_of": "ỦY BAN NHÂN DÂN", "position": "PHÓ CHỦ TỊCH", "signer": "Trịnh Hoài Đức Minh",
            "recipients": ("Như Điều 2", "Lưu: VT"),
        },
    ),
    Example(
        "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH\n*\nSố 45-TB/ĐUK\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 15 tháng 5 năm 2015\nTHÔNG BÁO\n"
        "KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG UỶ KHỐI\nVỀ CÔNG TÁC PHÁT TRIỂN ĐẢNG VIÊN\n-----\nNgày 12/5/2015, Ban Thường vụ họp phiên thường kỳ.",
        {
            "number": "45-TB/ĐUK", "issued_on": "2015-05-15", "issuer": "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH", "kind": "Thông báo",
            "abstract": "KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG UỶ KHỐI VỀ CÔNG TÁC PHÁT TRIỂN ĐẢNG VIÊN",
        },
    ),
    Example(
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 15/CT-TTg\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 01 tháng 6 năm 2019\n"
        "CHỈ THỊ\nVề nâng cao chất lượng phục vụ bạn đọc ở thư viện công cộng\nThời gian qua, mạng lưới thư viện công cộng được mở rộng, "
        "phục vụ hàng triệu lượt bạn đọc mỗi năm.",
        {
            "number": "15/CT-TTg", "issued_on": "2019-06-01", "issuer": "THỦ TƯỚNG CHÍNH PHỦ", "kind": "Chỉ thị",
            "abstract": "Về nâng cao chất lượng phục vụ bạn đọc ở thư viện công cộng", "signer": None,
        },
    ),
    Example(
        "TỈNH UỶ SƠN BÌNH\nUỶ BAN KIỂM TRA\n*\nSố 12-BC/UBKTTU\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 20 tháng 11 năm 2023\n"
        "B Á O   C Á O\nkết quả kiểm tra, giám sát năm 2023\nNăm 2023, Uỷ ban Kiểm tra đã kiểm tra mười hai tổ chức đảng.\n"
        "Nơi nhận:\n- Thường trực Tỉnh uỷ,\n- Uỷ ban Kiểm tra Trung ương\n(báo cáo),\n- Lưu.\nT/M UỶ BAN KIỂM TRA\nCHỦ NHIỆM\nHồ Thị Mai",
        {
            "number": "12-BC/UBKTTU", "issued_on": "2023-11-20", "issuer": "UỶ BAN KIỂM TRA", "superior": "TỈNH UỶ SƠN BÌNH",
            "kind": "Báo cáo", "abstract": "kết quả kiểm tra, giám sát năm 2023", "authority": "T/M", "position": "CHỦ NHIỆM",
            "on_behalf_of": "UỶ BAN KIỂM TRA", "signer": "Hồ Thị Mai",
        },
    ),
    Example(
        "ĐẠI HỘI ĐẢNG BỘ XÃ PHÚ LÂM\nNHIỆM KỲ 2020 - 2025\n*\nSố 01-NQ/ĐH\nĐẢNG CỘNG SẢN VIỆT NAM\nPhú Lâm, ngày 18 tháng 5 năm 2020\n"
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẢNG BỘ XÃ LẦN THỨ XXIII\nĐại hội quyết nghị:\nT/M ĐOÀN CHỦ TỊCH\nLò Văn Pánh",
        {
            "number": "01-NQ/ĐH", "issued_on": "2020-05-18", "kind": "Nghị quyết",
            "abstract": "ĐẠI HỘI ĐẢNG BỘ XÃ LẦN THỨ XXIII", "authority": "T/M", "on_behalf_of": "ĐOÀN CHỦ TỊCH",
            "signer": "Lò Văn Pánh", "position": None,
        },
    ),
    Example(
        "ĐẢNG BỘ XÃ MỸ LỘC\nCHI BỘ TRƯỜNG TIỂU HỌC\n*\nSố 03-NQ/CB\nĐẢNG CỘNG SẢN VIỆT NAM\nMỹ Lộc, ngày 31 tháng 02 năm 2021\n"
        "NGHỊ QUYẾT\nsinh hoạt chi bộ tháng 3 năm 2021\nI. Đánh giá kết quả",
        {
            "number": "03-NQ/CB", "issued_on": None, "place": "Mỹ Lộc", "issuer": "CHI BỘ TRƯỜNG TIỂU HỌC",
            "superior": "ĐẢNG BỘ XÃ MỸ LỘC", "kind": "Nghị quyết", "abstract": "sinh hoạt chi bộ tháng 3 năm 2021",
        },
    ),
    Example(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH\nSố: 88/CTr-LĐLĐ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Thành, ngày 7 tháng 01 năm 2022\nCHƯƠNG TRÌNH CÔNG TÁC\nNăm 2022\nI. MỤC TIÊU",
        {
            "number": "88/CTr-LĐLĐ", "issued_on": "2022-01-07", "issuer": "LIÊN ĐOÀN LAO ĐỘNG TỈNH",
            "kind": "Chương trình công tác", "abstract": "Năm 2022",
        },
    ),
    Example(
        "TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH\n***\nSố: 514-QĐ/TWĐTN-BKT\nĐOÀN TNCS HỒ CHÍ MINH\nHà Nội, ngày 19 tháng 8 năm 2016\n"
        "QUYẾT ĐỊNH\nban hành Quy chế hoạt động của đội tuyên truyền măng non",
        {
            "number": "514-QĐ/TWĐTN-BKT", "issued_on": "2016-08-19", "kind": "Quyết định", "place": "Hà Nội",
            "abstract": "ban hành Quy chế hoạt động của đội tuyên truyền măng non", "signer": None,
        },
    ),
]  # fmt: skip

ROUNDS = {"first round": FIRST_ROUND, "second round": SECOND_ROUND}
