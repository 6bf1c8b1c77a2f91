"""Articles written by hand: life of the party cells."""

from .pieces import Attachment, Box, Feature, Figures, Picture, Quote, ReadAlso, Table, Text

EVENING_MEETING = Feature(
    key="khe-ngang",
    title="Buổi sinh hoạt lúc bảy giờ tối ở Khe Ngang",
    section="sinh-hoat-chi-bo",
    kicker="Sinh hoạt chi bộ",
    days_ago=1,
    hour=16,
    minute=30,
    picture=("meeting", 1),
    caption="Đảng viên Chi bộ thôn Khe Ngang thảo luận tại buổi sinh hoạt",
    author="Thu Sương",
    tags=("sinh hoạt chi bộ", "chi bộ", "xây dựng Đảng"),
    views=1864,
    featured=True,
    related=("mot-trang", "cham-diem", "dang-phi"),
    sapo="Dời giờ họp sang buổi tối, gửi nghị quyết cho đảng viên đọc trước, mở đầu bằng những việc tháng trước còn dang dở: ba thay đổi nhỏ "
    "đã làm Chi bộ thôn Khe Ngang khác hẳn sau một năm.",
    body=(
        Text("""
Bảy giờ kém mười, chiếc xe máy cuối cùng dựng vào sân nhà văn hoá Khe Ngang. Người đến sau cùng là đảng viên trẻ nhất, Hứa Văn Tấn, vừa xong ca ở xưởng mộc. Anh rửa vội hai bàn tay, ngồi xuống cạnh ông Bế Văn Nhâm, người được miễn sinh hoạt đã ba năm nhưng tháng nào cũng có mặt.

Trước kia Chi bộ họp buổi sáng, đúng lúc ra đồng. Ai cũng đến, nhưng ai cũng nhìn đồng hồ. Đầu năm {nam_truoc}, sau một cuộc tranh luận không ngắn, Chi bộ biểu quyết dời sang bảy giờ tối ngày mùng 3 hằng tháng, đăng ký lịch cả năm với Đảng uỷ xã và báo cho đồng chí đảng uỷ viên phụ trách. Từ đó, tỉ lệ dự họp chưa tháng nào dưới 95%.

## Mở đầu bằng việc chưa xong

Trên bàn chủ trì chỉ có hai tờ giấy. Một tờ ghi năm việc của nghị quyết tháng trước, mỗi việc một dòng: nội dung, người làm, hạn xong, kết quả. Tờ kia để trống, dành cho nghị quyết tối nay.

“Việc thứ ba chậm mười ngày”, Bí thư Chi bộ Lương Thị Mến đọc, rồi dừng lại. Không khí lắng xuống. Đó là việc nạo vét đoạn mương cuối cánh đồng, giao cho đồng chí trưởng thôn. Anh đứng lên nhận lỗi, nói rõ lý do: máy xúc hỏng, chờ sửa mà không báo lại. Ba ý kiến góp thẳng. Sau cùng, việc được giao lại với hạn mới và thêm một người cùng làm.
"""),
        Picture("calendar", "Lịch sinh hoạt cả năm được đăng ký với Đảng uỷ xã từ tháng Một"),
        Text("""
Cách mở đầu ấy không dễ chịu, nhất là tháng đầu. Nhưng chính nó làm buổi họp khác đi. Ông Nhâm, bốn mươi hai năm tuổi Đảng, nói ngắn gọn: “Trước họp xong là hết. Nay họp xong mới bắt đầu”.

## Ai cũng phải nói, nhưng không nói cho có

Chi bộ có 31 đảng viên, trừ hai đồng chí được miễn sinh hoạt còn 29. Tối nay 28 người có mặt, một người vắng có lý do vì đưa vợ đi viện. Mười bảy đồng chí phát biểu. Người nói dài nhất chưa đến năm phút.

Bí quyết, theo chị Mến, là tài liệu đến tay đảng viên trước ba ngày, qua nhóm liên lạc và bản in cho bốn đồng chí cao tuổi. Phần thời sự chị tóm trong mười lăm phút, chỉ chọn điều liên quan đến thôn. Ý kiến nào chưa thống nhất thì biểu quyết, ai không tán thành được ghi rõ trong biên bản.
"""),
        Quote("Tôi không mong buổi họp nào cũng êm. Tôi mong buổi nào cũng có việc được chốt.", "Đồng chí Lương Thị Mến, Bí thư Chi bộ thôn Khe Ngang"),
        Figures("Một năm đổi giờ, đổi cách họp", (("96,7%", "tỉ lệ dự bình quân"), ("58%", "đảng viên có mặt phát biểu"), ("47/52", "việc trong nghị quyết xong đúng hạn"), ("11", "buổi tự chấm loại tốt"))),
        Text("""
## Điều còn băn khoăn

Không phải mọi thứ đã trơn tru. Sinh hoạt chuyên đề quý II chọn đề tài rộng quá, nói xong không ai biết bắt đầu từ đâu. Năm đảng viên đi làm xa vẫn phải báo cáo bằng văn bản, có tháng chậm. Và nguồn kết nạp thì mỏng: cả năm, Chi bộ mới giới thiệu được hai quần chúng đi học lớp bồi dưỡng nhận thức về Đảng.

Những điều ấy được ghi nguyên văn vào bản tự đánh giá gửi Đảng uỷ. Chị Mến bảo, Chỉ thị số 50-CT/TW, ngày 23/7/2025, của Ban Bí thư về tiếp tục đổi mới, nâng cao chất lượng sinh hoạt chi bộ đã nói rất rõ: chất lượng nằm ở việc nghị quyết có đi vào cuộc sống hay không. Vậy thì phải dám ghi cả điều chưa được.

Chín giờ hai mươi, biên bản được đọc lại và thông qua. Nghị quyết tháng này có năm việc, gọn trong một trang giấy. Việc thứ nhất vẫn là đoạn mương. Hạn xong: ngày 25. Người làm: hai đồng chí, có tên.
"""),
        ReadAlso("mot-trang"),
    ),
)  # fmt: skip

ONE_PAGE = Feature(
    key="mot-trang",
    title="Nghị quyết một trang giấy",
    section="sinh-hoat-chi-bo",
    kicker="Diễn đàn",
    days_ago=4,
    hour=14,
    minute=5,
    picture=("books", 1),
    caption="Nghị quyết ngắn, rõ việc, rõ người, rõ hạn",
    author="Minh Khê",
    tags=("sinh hoạt chi bộ", "nghị quyết"),
    views=1207,
    related=("khe-ngang", "cham-diem"),
    sapo="Một nghị quyết chi bộ dài bốn trang, có tám lần chữ “tăng cường” và không có tên người nào chịu trách nhiệm. Viết ngắn lại không chỉ là "
    "chuyện câu chữ.",
    body=(
        Text("""
Có lần, tôi mượn sổ nghị quyết của một chi bộ và đếm. Bốn trang viết tay, nét chữ ngay ngắn. Tám lần chữ “tăng cường”, sáu lần “đẩy mạnh”, năm lần “tiếp tục”. Không một con số, không một cái tên. Tháng sau, nghị quyết chép lại gần như nguyên vẹn, chỉ đổi tháng.

Người viết không lười. Trái lại, anh mất cả buổi tối. Anh chỉ chưa được ai bảo rằng nghị quyết của chi bộ thì khác báo cáo.

## Điều các văn bản đã nói từ lâu

Chỉ thị số 10-CT/TW, ngày 30/3/2007, của Ban Bí thư đã yêu cầu nâng cao chất lượng sinh hoạt chi bộ. Mười năm sau, Kết luận số 18-KL/TW, ngày 22/9/2017, tiếp tục nhấn mạnh việc ấy. Rồi Hướng dẫn số 12-HD/BTCTW, ngày 06/7/2018, và gần đây là Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025, của Ban Tổ chức Trung ương chỉ dẫn từng phần của buổi sinh hoạt: đánh giá kết quả, phương hướng, phân công và tổ chức thực hiện, tự đánh giá chất lượng.

Nghĩa là chi bộ không thiếu hướng dẫn. Cái thiếu là thói quen trả lời ba câu hỏi cho mỗi việc: ai làm, bao giờ xong, xong rồi thì trông thế nào.
"""),
        Box("Ba câu hỏi cho mỗi việc trong nghị quyết", "<ul><li><b>Ai làm?</b> Một người chịu trách nhiệm chính, có thể có người cùng làm.</li><li><b>Bao giờ xong?</b> Một ngày cụ thể, không phải “trong thời gian tới”.</li><li><b>Xong thì trông thế nào?</b> Một con số, một đoạn đường, một hộ cụ thể.</li></ul>"),
        Text("""
## Thử viết lại một câu

Câu cũ: “Tiếp tục tăng cường công tác vệ sinh môi trường trên địa bàn thôn”. Câu mới: “Dọn và trồng hoa đoạn đường từ cổng chào đến nhà văn hoá, dài 350 m; đồng chí Chi hội trưởng Phụ nữ chủ trì; xong trước ngày 20”.

Câu mới dài hơn đôi chút nhưng cả nghị quyết thì ngắn đi, vì chỉ còn năm việc. Năm việc vừa một trang giấy. Một trang giấy thì dán được ở nhà văn hoá, dân đọc được, dân giám sát được.

Có người lo viết thế thì “thiếu tầm”. Tôi nghĩ ngược lại. Tầm của một chi bộ không đo bằng độ dài văn bản mà bằng số việc đã hứa và đã làm xong. Đường hoa 350 mét là tầm của chi bộ ấy trong tháng ấy. Tháng sau làm tiếp 350 mét nữa.
"""),
        Quote("Viết ngắn không dễ. Muốn viết ngắn, phải nghĩ xong.", "Một bí thư chi bộ 20 năm làm công tác Đảng"),
        Text("""
Ban Xây dựng Đảng xã vừa gửi các chi bộ mẫu nghị quyết một trang. Mẫu không bắt buộc. Nhưng nếu tháng này chi bộ bạn thử bỏ đi một chữ “tăng cường” và thay bằng một cái tên, buổi sinh hoạt tháng sau chắc chắn sẽ khác.
"""),
        Attachment("Mẫu nghị quyết chi bộ một trang", "mau-nghi-quyet-chi-bo.pdf"),
        Attachment("Mẫu biên bản sinh hoạt chi bộ (tệp văn bản)", "mau-bien-ban-sinh-hoat-chi-bo.docx"),
    ),
)  # fmt: skip

SELF_SCORE = Feature(
    key="cham-diem",
    title="Tự chấm điểm buổi sinh hoạt: Chấm thật để sửa thật",
    section="sinh-hoat-chi-bo",
    kicker="Cách làm",
    days_ago=12,
    hour=9,
    minute=40,
    picture=("charts", 1),
    caption="Đồ hoạ minh hoạ",
    author="Hải Đăng",
    tags=("sinh hoạt chi bộ", "đánh giá chất lượng"),
    views=986,
    related=("khe-ngang", "mot-trang"),
    sapo="Quý đầu tiên, cả 34 chi bộ đều tự chấm loại tốt. Quý này, con số là 26. Đảng uỷ xã coi đó là một bước tiến.",
    body=(
        Text("""
Tự chấm điểm buổi sinh hoạt là phần cuối cùng của mỗi kỳ họp chi bộ. Thang điểm 100, chia theo từng phần việc. Nghe thì đơn giản, nhưng quý đầu tiên, toàn bộ 34 chi bộ của xã đều tự cho mình trên 90 điểm, kể cả một chi bộ họp trong 45 phút.

“Nếu ai cũng tốt thì bảng điểm không để làm gì”, đồng chí Lương Thị Bích Đào, Trưởng Ban Xây dựng Đảng, nói tại buổi giao ban. Từ đó, Ban lập đội thẩm định gồm các đồng chí đảng uỷ viên phụ trách, chấm độc lập rồi đối chiếu với điểm chi bộ tự chấm. Chỗ nào lệch quá mười điểm thì ngồi lại, xem từng mục.
"""),
        Table("Khung điểm đang dùng tại Đảng bộ xã (theo quy định của địa phương, có thể điều chỉnh)", (
            ("Nội dung", "Điểm tối đa"),
            ("Thời gian, thời lượng", "5"),
            ("Tỉ lệ đảng viên dự", "5"),
            ("Chuẩn bị", "10"),
            ("Tổ chức sinh hoạt (trong đó có tỉ lệ phát biểu)", "30"),
            ("Điều hành của bí thư", "10"),
            ("Thực hiện các nguyên tắc", "5"),
            ("Kết quả thực hiện nghị quyết tháng trước", "30"),
            ("Kết thúc, thông qua biên bản", "5"),
        )),
        Text("""
## Lệch ở đâu, sửa ở đó

Qua hai quý, chỗ lệch nhiều nhất là “Kết quả thực hiện nghị quyết tháng trước”. Nhiều chi bộ ghi “hoàn thành” cho những việc không có cách nào đo. Chỗ lệch thứ hai là “Chuẩn bị”: tài liệu gửi buổi chiều, tối họp.

Sau khi đối chiếu, xếp loại tốt chỉ còn 26 buổi, khá 7 buổi, trung bình 1 buổi. Chi bộ xếp trung bình không bị phê bình trước toàn Đảng bộ. Đồng chí đảng uỷ viên phụ trách về dự ba kỳ liền, cùng chi uỷ chuẩn bị từ đầu tháng. Tháng vừa rồi, chi bộ ấy được 84 điểm và không ai tranh luận về con số này.
"""),
        Figures("Kết quả thẩm định quý vừa qua", (("26", "chi bộ loại tốt", "từ 90 điểm"), ("7", "chi bộ loại khá", "từ 70 đến dưới 90 điểm"), ("1", "chi bộ loại trung bình", "từ 50 đến dưới 70 điểm"), ("0", "chi bộ loại kém"))),
        Text("""
Kết quả từng quý được đưa vào căn cứ đánh giá, xếp loại cuối năm theo Quy định số 366-QĐ/TW, ngày 30/8/2025, của Bộ Chính trị. Điểm tự chấm và điểm thẩm định được lưu riêng, không sửa điểm của nhau. Cách ấy giữ được sự tự trọng của người chấm và sự công bằng của người được chấm.
"""),
        ReadAlso("khe-ngang"),
    ),
)  # fmt: skip

DUES_KEEPER = Feature(
    key="dang-phi",
    title="Người giữ sổ đảng phí ở Đầm Vạc",
    section="hoc-tap-va-lam-theo-bac",
    kicker="Gương sáng",
    days_ago=6,
    hour=10,
    minute=20,
    picture=("lotus", 1),
    caption="Đầm sen trước cửa nhà văn hoá thôn Đầm Vạc",
    author="Lam Giang",
    tags=("gương người tốt", "học tập và làm theo Bác"),
    views=1432,
    featured=True,
    related=("khe-ngang", "det"),
    sapo="Hai mươi ba cuốn sổ, mỗi cuốn một năm, không một dòng tẩy xoá. Bà Trịnh Thị Xoan bảo mình chỉ làm mỗi việc “ghi cho đúng”.",
    body=(
        Text("""
Nhà bà Trịnh Thị Xoan nhìn ra đầm sen. Trên nóc tủ chè là hai mươi ba cuốn sổ bìa cứng, gáy dán băng vải, xếp theo năm. Đó là sổ thu nộp đảng phí của Chi bộ thôn Đầm Vạc từ ngày bà được giao việc này.

Bà mở cuốn đầu tiên. Giấy đã ngả vàng, mực tím nhạt màu. Cột đầu ghi họ tên, các cột sau là mười hai tháng. Có ô ghi một nghìn đồng. Có ô ghi “nộp bằng thóc, đã đổi”. Có ô để trống, bên lề chú thích: “đi viện, tháng sau nộp bù”. Tháng sau quả có nộp bù.

## Tiền ít, việc không nhỏ

“Tiền thì ít”, bà nói, “nhưng người nộp đúng hẹn là người còn nhớ mình là đảng viên”. Vì vậy, tháng nào ai chậm, bà không nhắc ở cuộc họp. Bà ghé qua nhà, uống chén nước, hỏi thăm con cái rồi mới hỏi đến sổ. Hai mươi ba năm, chi bộ chưa phải xem xét trường hợp nào vì bỏ đóng đảng phí.

Có lần chi uỷ đề nghị bà chuyển sang ghi trên máy tính. Bà đồng ý ngay, nhờ cháu dạy, rồi vẫn ghi song song vào sổ. Cuối quý, bà đem hai bên ra đối chiếu. Ba quý đầu khớp. Quý thứ tư lệch hai mươi nghìn đồng. Bà thức đến nửa đêm tìm cho ra: máy đúng, sổ sai. Bà gạch một đường thẳng, ghi số mới bên cạnh, ký tên. Đó là lần duy nhất có một dòng gạch.
"""),
        Quote("Sai thì gạch, ghi lại, ký tên. Đừng tẩy. Tẩy đi là mất luôn cái sai để mình nhớ.", "Bà Trịnh Thị Xoan, đảng viên Chi bộ thôn Đầm Vạc"),
        Picture("books", "Những cuốn sổ được bà Xoan giữ cẩn thận qua nhiều năm", 2),
        Text("""
## Điều người trẻ học được

Năm nay bà bảy mươi tư tuổi, xin nghỉ. Người nhận sổ là đảng viên mới Lục Thị Ngần, hai mươi sáu tuổi, kế toán hợp tác xã. Ngày bàn giao, hai bà cháu ngồi đếm lại từng tờ, ký vào biên bản có chi uỷ chứng kiến.

Ngần kể, điều em nhớ nhất không phải cách ghi sổ mà là cách bà đi thu. “Bà dặn: cháu đừng nhắn tin đòi. Cháu đến nhà, hỏi thăm. Đảng phí thu được trong cái nhà người ta đang có chuyện buồn thì phải để lại một lời động viên”.

Tại buổi sinh hoạt chuyên đề về học tập và làm theo Bác theo Chỉ thị số 05-CT/TW, ngày 15/5/2016, của Bộ Chính trị, chi bộ đề nghị bà nói về đức tính cần, kiệm, liêm, chính. Bà lắc đầu: chuyện ấy lớn quá. Bà chỉ kể chuyện hai mươi nghìn đồng. Cả hội trường vỗ tay.
"""),
    ),
)  # fmt: skip

EXEMPTION = Feature(
    key="mien-sinh-hoat",
    title="Hỏi – đáp: Miễn sinh hoạt và tạm miễn sinh hoạt khác nhau thế nào?",
    section="to-chuc-xay-dung-dang",
    kicker="Hỏi – đáp",
    days_ago=9,
    hour=15,
    minute=0,
    picture=("calendar", 2),
    caption="Mỗi trường hợp miễn hay tạm miễn đều do chi bộ xem xét, quyết định",
    author="Ban Xây dựng Đảng",
    tags=("hỏi đáp", "sinh hoạt chi bộ", "nghiệp vụ công tác đảng viên"),
    views=2290,
    sapo="Nhiều chi bộ gửi câu hỏi về việc miễn sinh hoạt cho đảng viên tuổi cao và đảng viên đi làm xa. Ban Xây dựng Đảng xã trả lời những câu được "
    "hỏi nhiều nhất.",
    body=(
        Text("""
## Ai có thể được miễn công tác và sinh hoạt?

Đảng viên tuổi cao, sức yếu, không thể tham gia đều, có thể tự nguyện làm đơn. Chi bộ xem xét, quyết định và báo cáo cấp uỷ cấp trên. Không ai bị “cho miễn” khi chưa đề nghị.

Đảng viên được miễn vẫn có quyền dự đại hội, dự sinh hoạt khi có điều kiện, được thông tin về nghị quyết, được xét tặng Huy hiệu Đảng.

## Còn đi làm xa thì sao?

Đảng viên đi làm xa trong một thời gian xác định, không thể về sinh hoạt đều, có thể đề nghị tạm miễn sinh hoạt. Khác với miễn, tạm miễn luôn có thời hạn và đi kèm nghĩa vụ báo cáo với chi bộ. Hết thời hạn, đảng viên phải trở lại sinh hoạt hoặc đề nghị tiếp.

Trường hợp ở nơi mới đủ lâu, cần làm thủ tục chuyển sinh hoạt đảng tạm thời để được chi bộ nơi đến quản lý.
"""),
        Table("So sánh nhanh", (
            ("", "Miễn sinh hoạt", "Tạm miễn sinh hoạt"),
            ("Lý do thường gặp", "Tuổi cao, sức yếu", "Đi làm xa, điều trị dài ngày"),
            ("Thời hạn", "Không xác định", "Có thời hạn ghi trong nghị quyết"),
            ("Ai quyết định", "Chi bộ, theo đơn", "Chi bộ, theo đơn"),
            ("Báo cáo với chi bộ", "Không bắt buộc", "Bắt buộc, theo kỳ hạn chi bộ giao"),
            ("Tính vào số phải dự", "Không", "Không, trong thời hạn"),
        )),
        Text("""
## Tính tỉ lệ dự họp thế nào cho đúng?

Lấy tổng số đảng viên, trừ số được miễn, tạm miễn và giới thiệu sinh hoạt tạm thời nơi khác, ra số phải dự. Tỉ lệ dự bằng số có mặt chia số phải dự. Chi bộ có 31 đảng viên, hai đồng chí được miễn, 28 đồng chí có mặt thì tỉ lệ là 28/29, bằng 96,6%, không phải 28/31.

## Danh sách miễn có được niêm yết không?

Không niêm yết công khai. Thông tin về tuổi, sức khoẻ là dữ liệu cá nhân; danh sách lưu ở chi bộ và cấp uỷ cấp trên. Biên bản gửi đi chỉ ghi số lượng.
"""),
        Box("Căn cứ", "<p>Quy định số 294-QĐ/TW, ngày 26/5/2025, của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng; các hướng dẫn nghiệp vụ của Ban Tổ chức Trung ương. Khi có văn bản mới, Ban sẽ cập nhật bài này.</p>"),
        Attachment("Mẫu đơn đề nghị miễn sinh hoạt", "mau-don-mien-sinh-hoat.pdf"),
    ),
    updated_after_hours=50,
)  # fmt: skip

FEATURES = (EVENING_MEETING, ONE_PAGE, SELF_SCORE, DUES_KEEPER, EXEMPTION)
