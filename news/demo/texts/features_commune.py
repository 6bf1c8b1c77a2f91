"""Articles written by hand: the committee's work and life in the commune."""

from .pieces import Attachment, Box, Feature, Figures, Picture, Pictures, Quote, ReadAlso, Recording, Table, Text

YEAR_END = Feature(
    key="bon-viec",
    title="Đảng uỷ xã Lam Khê: Bốn việc phải xong trước ngày {cuoi_thang_sau}",
    section="tin-dang-uy",
    kicker="Tin Đảng uỷ",
    days_ago=2,
    hour=16,
    minute=45,
    picture=("conference", 1),
    caption="Quang cảnh hội nghị Ban Chấp hành Đảng bộ xã",
    author="Nguyễn Lam",
    tags=("hội nghị", "Đảng uỷ xã"),
    views=1105,
    featured=True,
    related=("mot-nam", "cham-diem", "cau-ben-pha"),
    sapo="Mặt bằng đường liên thôn, giải ngân vốn, chấm điểm sinh hoạt chi bộ và nhà ở cho mười một hộ nghèo là bốn việc được Ban Chấp hành Đảng bộ xã chốt "
    "thời hạn, giao tên từng người.",
    body=(
        Text("""
Hội nghị Ban Chấp hành Đảng bộ xã diễn ra trong một buổi chiều, dưới sự chủ trì của đồng chí Hoàng Đình Lộc, Bí thư Đảng uỷ xã. Báo cáo được gửi trước bốn ngày nên không đọc lại. Ngay từ đầu, hội nghị chiếu một bảng gồm 24 chỉ tiêu của năm {nam}: 19 dòng màu xanh, 5 dòng còn dở dang.

“Chúng ta bàn năm dòng này”, đồng chí chủ trì mở đầu.

## Bốn việc, bốn người chịu trách nhiệm

Sau gần ba giờ thảo luận với 21 ý kiến, hội nghị gộp năm chỉ tiêu còn chậm thành bốn việc phải xong trước ngày {cuoi_thang_sau}.
"""),
        Table("Bốn việc và người chịu trách nhiệm", (
            ("Việc", "Kết quả phải đạt", "Người chịu trách nhiệm chính"),
            ("Mặt bằng đường liên thôn Gò Vải – Bến Phà", "Bàn giao 1,4 km còn lại", "Đồng chí Phan Trọng Nghiêm"),
            ("Giải ngân vốn đầu tư công", "Từ 81% lên trên 98%", "Đồng chí Phan Trọng Nghiêm"),
            ("Chấm điểm sinh hoạt chi bộ quý {quy}", "34/34 chi bộ có điểm thẩm định", "Đồng chí Lý Thị Thu Hiền"),
            ("Nhà ở cho hộ nghèo", "Bàn giao 11 nhà", "Đồng chí Nông Đức Toản"),
        )),
        Text("""
Về đường liên thôn, vướng mắc chỉ còn ở bảy hộ. Bí thư Chi bộ thôn Gò Vải nói thẳng: bà con không phản đối làm đường, bà con muốn biết mương thoát nước đi phía nào. Hội nghị yêu cầu bộ phận kỹ thuật cắm cọc ngoài thực địa trong tuần, mời từng hộ ra xem.

Điểm sinh hoạt của chi bộ là một căn cứ khi kiểm điểm, đánh giá, xếp loại cuối năm theo Quy định số 366-QĐ/TW, ngày 30/8/2025, của Bộ Chính trị. Uỷ ban Kiểm tra Đảng uỷ được giao đến dự sinh hoạt ở những chi bộ có điểm tự chấm chênh lệch lớn so với thẩm định.
"""),
        Quote("Năm nay chúng ta thử một lần không viết “cơ bản hoàn thành”. Hoặc là xong, hoặc là chưa xong và nói rõ vì sao.", "Đồng chí Hoàng Đình Lộc, Bí thư Đảng uỷ xã Lam Khê"),
        Figures("Nhìn nhanh năm {nam}", (("19/24", "chỉ tiêu đạt và vượt"), ("27", "đảng viên mới kết nạp"), ("2,1%", "tỉ lệ hộ nghèo", "giảm 0,9 điểm phần trăm"), ("97,4%", "hồ sơ trả đúng và trước hẹn"))),
        Text("""
Kết thúc hội nghị, đồng chí Lý Thị Thu Hiền, Phó Bí thư Thường trực Đảng uỷ xã, đề nghị các chi bộ đưa bốn việc trên vào nghị quyết tháng {thang_sau}, trước hết là ở những thôn có việc. Văn phòng Đảng uỷ cập nhật tiến độ trên bảng chung vào chiều thứ Sáu hằng tuần để cấp uỷ viên cùng theo dõi.
"""),
    ),
)  # fmt: skip

BRIDGE = Feature(
    key="cau-ben-pha",
    title="Cây cầu Bến Phà và mười một cuộc họp dân",
    section="nong-thon-moi",
    kicker="Phóng sự",
    days_ago=2,
    hour=7,
    minute=50,
    picture=("bridge", 1),
    caption="Cầu Bến Phà nối hai bờ sông Lam Khê",
    author="Trần Quyết",
    tags=("nông thôn mới", "giao thông nông thôn", "dân vận khéo"),
    views=2718,
    featured=True,
    related=("rung-thong", "bon-viec"),
    sapo="Ba mươi năm qua đò. Mười một cuộc họp. Bốn mươi hai hộ hiến đất. Cây cầu dài 126 mét ở Bến Phà bắt đầu từ một câu hỏi của một bà cụ bán chè.",
    body=(
        Text("""
Câu hỏi ấy được nêu ở cuộc họp thôn đầu tiên: “Nếu làm cầu thì bến đò của ông Dương sống bằng gì?”. Cả hội trường im lặng. Người hỏi là bà Chu Thị Yên, bán chè xanh ở đầu bến. Người được nhắc đến, ông Dương Văn Chuân, ngồi ngay hàng ghế thứ hai.

Ông Chuân chèo đò từ năm mười chín tuổi, nối nghề cha. Ông không nói gì tối hôm đó. Nhưng cuộc họp thứ hai, ông đến sớm nhất.

## Họp để nghe

Tổ dân vận thôn Bến Phà có năm người. Đồng chí Bí thư Chi bộ nhớ rất rõ từng cuộc họp: cuộc thứ ba bàn vị trí mố cầu, cuộc thứ tư cãi nhau về đường dẫn, cuộc thứ năm chỉ để xem lại bản vẽ vì cuộc thứ tư không ai chịu nghe ai. Đến cuộc thứ sáu, bản đồ được vẽ bằng vôi ngay trên sân nhà văn hoá, mỗi hộ tự đứng vào chỗ đất nhà mình.

“Đứng vào rồi mới thấy đường dẫn lấy của mình có hai mét, mà nhà bên kia mất cả vườn cau”, ông Hà Văn Luyến kể. Ông là người đầu tiên ký giấy hiến đất, sau cuộc họp thứ bảy.
"""),
        Pictures("Trên công trường và bến cũ", (
            Picture("river", "Bến đò cũ một sớm cuối thu"),
            Picture("river", "Chuyến đò chiều", 2),
            Picture("bridge", "Cầu hoàn thành, mặt cầu rộng 4 mét", 2),
            Picture("hills", "Thôn Bến Phà nhìn từ đường dẫn lên cầu"),
        )),
        Text("""
## Câu trả lời cho ông lái đò

Cuộc họp thứ chín dành trọn cho câu hỏi của bà Yên. Hợp tác xã Nông nghiệp đề nghị ông Chuân trông coi kho nông sản sẽ dựng ở đầu cầu. Chi hội Nông dân cho vay vốn để ông đóng một con thuyền nhỏ nuôi cá lồng. Ông chọn cả hai.

Tháng cuối cùng trước ngày thông cầu, ông vẫn chở đò, không lấy tiền. Chuyến sau cùng có hai mươi sáu người, phần lớn là học sinh. Ông chở chậm hơn mọi ngày.
"""),
        Quote("Tôi chở hai đời người qua sông rồi. Nay đến lượt cây cầu nó chở tôi.", "Ông Dương Văn Chuân, người lái đò thôn Bến Phà"),
        Figures("Cầu Bến Phà", (("126", "mét cầu"), ("42", "hộ hiến đất"), ("1.870", "mét vuông đất được hiến"), ("11", "cuộc họp dân"))),
        Text("""
## Sau cầu là gì

Từ ngày có cầu, quãng đường từ Bến Phà sang trung tâm xã rút từ mười bốn cây số còn ba cây. Thương lái vào tận bãi. Học sinh lớp chín của thôn, năm nay không em nào nghỉ học giữa chừng vào mùa nước.

Bà Yên chuyển hàng chè lên đầu cầu. Khách đông hơn, bà phải thuê thêm người. Người bà thuê là con dâu ông Chuân.
"""),
        ReadAlso("rung-thong"),
    ),
)  # fmt: skip

AFTER_MERGER = Feature(
    key="mot-nam",
    title="Sau sáp nhập: Những con số và một buổi sáng ở quầy số 3",
    section="tin-dang-uy",
    kicker="Chính quyền địa phương hai cấp",
    days_ago=15,
    hour=8,
    minute=0,
    picture=("digital", 1),
    caption="Hướng dẫn người dân nộp hồ sơ tại Trung tâm phục vụ hành chính công xã",
    author="Hà An",
    tags=("chính quyền hai cấp", "cải cách hành chính", "chuyển đổi số"),
    views=1980,
    related=("bon-viec",),
    sapo="Từ ngày 01/7/2025, khi không còn cấp huyện, ba xã cũ thành một. Người dân thấy điều gì khác? Chúng tôi ngồi một buổi sáng ở quầy số 3 để đếm.",
    body=(
        Text("""
Bảy giờ ba mươi, Trung tâm phục vụ hành chính công xã Lam Khê mở cửa. Ở quầy số 3, quầy đất đai và hộ tịch, người đầu tiên là một ông bố trẻ làm giấy khai sinh cho con gái. Tám phút. Người thứ hai hỏi thủ tục tách thửa, cần đo đạc, hẹn bảy ngày. Người thứ ba không có hồ sơ, chỉ muốn hỏi vì sao giấy hẹn của mình đã quá một ngày.

Chị Dương Thị Diệp, cán bộ quầy, tra máy, gọi điện, rồi đứng lên xin lỗi. Tờ trình nằm ở một bàn khác từ chiều hôm trước. Mười lăm phút sau, kết quả được trả kèm phiếu xin lỗi có chữ ký.

## Một buổi sáng, 41 người

Từ giờ mở cửa đến mười một giờ rưỡi, quầy số 3 tiếp 41 người. Trong đó 24 người nộp hồ sơ, 12 người nhận kết quả, 5 người chỉ hỏi. Thời gian chờ trung bình mười hai phút. Bốn người được hướng dẫn nộp trực tuyến ngay tại chỗ.
"""),
        Figures("Quầy số 3, một buổi sáng", (("41", "lượt người"), ("12", "phút chờ trung bình"), ("1", "hồ sơ quá hẹn", "đã xin lỗi bằng văn bản"), ("4", "người tự nộp trực tuyến"))),
        Table("Trước và sau ngày 01/7/2025", (
            ("", "Ba xã cũ (cộng lại)", "Xã Lam Khê hiện nay"),
            ("Chi bộ trực thuộc", "51", "34"),
            ("Đảng viên", "846", "871"),
            ("Thôn", "26", "18"),
            ("Thủ tục giải quyết tại xã", "chưa thống kê đầy đủ", "trên 350"),
        )),
        Text("""
## Điều còn vướng

Địa bàn trải dài 27 cây số. Người ở Khuổi Nưa muốn làm giấy tờ phải đi gần một giờ. Xã mở điểm tiếp nhận lưu động vào thứ Ba và thứ Năm hằng tuần, nhưng mưa lũ thì xe không vào được. Đường truyền ở ba thôn chập chờn. Và cán bộ thì vẫn thiếu người chuyên sâu về đất đai.

Đồng chí Phan Trọng Nghiêm, Chủ tịch Uỷ ban nhân dân xã, không né tránh: “Chúng tôi có 34 nhóm việc mới, 5 nhóm đang phải học. Điều chúng tôi làm được ngay là không để dân chờ mà không biết vì sao”.

Mười một giờ rưỡi, quầy số 3 đóng cửa nghỉ trưa. Trong hộp góp ý có bảy phiếu. Sáu phiếu hài lòng. Phiếu thứ bảy viết: “Ghế ngồi hơi ít”. Tuần sau, chúng tôi quay lại. Trong phòng chờ đã có thêm hai băng ghế.
"""),
    ),
)  # fmt: skip

PINE_FOREST = Feature(
    key="rung-thong",
    title="Rừng thông giữ nước: Chuyện từ một nghị quyết chi bộ",
    section="nong-nghiep",
    kicker="Ghi chép",
    days_ago=18,
    hour=9,
    minute=10,
    picture=("planting", 1),
    caption="Người dân thôn Rừng Thông trồng dặm trên đồi đầu nguồn",
    author="Vi Hoài",
    tags=("môi trường", "trồng cây", "chi bộ"),
    views=874,
    related=("cau-ben-pha",),
    sapo="Mười bảy năm trước, Chi bộ thôn Rừng Thông ra nghị quyết chỉ có một câu: không ai được chặt cây trên khe nước. Hôm nay, cả thôn uống nước từ khe ấy.",
    body=(
        Text("""
Đồi phía sau thôn từng trọc. Những người trên năm mươi tuổi còn nhớ mùa khô phải đi hai cây số gánh nước, mùa mưa thì bùn tràn vào bếp. Trong sổ nghị quyết của chi bộ, trang ghi ngày họp hôm ấy chỉ có một câu, chữ to, gạch chân: “Từ nay không ai được chặt cây trên khe nước, đảng viên giữ trước”.

Bốn đảng viên có nương trên khe. Cả bốn tự dừng canh tác, chuyển sang trồng thông. Người tiếc nhất là ông La Văn Ích, vì nương ấy vừa vào năm ngô tốt. Ông trồng thông mà ba năm không ngẩng lên nhìn, ông kể rồi cười.

## Hương ước và chiếc chuông

Sau bốn đảng viên là ba mươi mốt hộ. Thôn lập hương ước: ai chặt một cây phải trồng lại mười cây và nghe chuông. Chuông là một mảnh vành xe treo ở đầu thôn, gõ lên thì cả thôn biết có chuyện. Mười bảy năm, chuông gõ bốn lần. Lần thứ tư là do trâu húc.
"""),
        Picture("reservoir", "Bể chứa và kênh dẫn nước về cánh đồng, xây năm {nam_truoc}"),
        Text("""
Rừng lớn, nước về. Năm {nam_truoc}, thôn góp công xây bể chứa, kéo ống về từng nhà. {n_ho} hộ dùng nước khe, mỗi tháng góp một khoản nhỏ cho người trông coi. Đội tuần rừng có chín người, chia ba tổ, đi mỗi tuần một lượt.
"""),
        Box("Nghị quyết một câu", "<p>“Từ nay không ai được chặt cây trên khe nước, đảng viên giữ trước.”</p><p>Nghị quyết được nhắc lại trong lễ trồng cây đầu xuân hằng năm.</p>"),
        Text("""
## Tính chuyện đường dài

Chi bộ đang bàn bước tiếp: trồng xen cây dược liệu dưới tán, làm đường mòn cho học sinh đến học về rừng, và chia sẻ nguồn nước với thôn Tân Lập bên dưới. Có ý kiến lo nước không đủ. Chi bộ chưa biểu quyết vội, cử ba đồng chí đo lưu lượng qua hết mùa khô rồi mới quyết.

Cuối buổi, ông Ích dẫn chúng tôi lên đồi. Cây thông đầu tiên ông trồng nay một vòng tay ôm không xuể. Ông vỗ vào thân cây: “Giá ngày ấy nó biết nói, nó bảo tôi đừng tiếc”.
"""),
    ),
)  # fmt: skip

WEAVING = Feature(
    key="det",
    title="Khung cửi của bà Chắp đã có người nối",
    section="van-hoa-giao-duc",
    kicker="Văn hoá",
    days_ago=21,
    hour=17,
    minute=30,
    picture=("brocade", 1),
    caption="Hoa văn thổ cẩm dệt tay ở thôn Pò Đồn",
    author="Bế Nhung",
    tags=("văn hoá", "nghề truyền thống", "phụ nữ"),
    views=1311,
    related=("dang-phi",),
    sapo="Có những hoa văn chỉ mình bà Hứa Thị Chắp còn nhớ. Hai năm nay, mỗi chiều thứ Bảy, mười hai cô gái đến ngồi quanh khung cửi của bà.",
    body=(
        Text("""
Bà Hứa Thị Chắp không biết chữ nhưng đọc được vải. Chỉ vào một dải hoa văn, bà nói tên, nói mùa, nói ai được mặc và mặc khi nào. Cả thôn Pò Đồn chỉ còn bà nhớ đủ bốn mươi hai mẫu.

Người lo lắng đầu tiên là chị Nông Thị Én, Chi hội trưởng Phụ nữ. Chị ghi âm, chụp ảnh từng mẫu, rồi nhận ra giữ trong máy thì vẫn là mất. Phải có người ngồi vào khung.

## Mười hai chỗ ngồi

Chi bộ đưa chuyện khung cửi vào nghị quyết tháng, nghe thì lạ. Có đồng chí hỏi đấy có phải việc của chi bộ không. Sau một hồi bàn bạc, câu trả lời là phải, vì không ai khác đứng ra. Chi bộ giao chị Én chủ trì, nhà văn hoá dành một gian, mười hai khung cửi được đóng từ gỗ xoan bà con góp.

Mười hai chỗ ngồi ấy chưa hôm nào trống. Nhỏ nhất là cô bé mười một tuổi. Lớn nhất là một cô giáo mầm non, ngày xưa từng chê váy mẹ may “quê”.
"""),
        Quote("Tay tôi run rồi, nhưng mắt còn tỏ. Các cháu dệt sai, tôi nghe tiếng thoi là biết.", "Bà Hứa Thị Chắp, thôn Pò Đồn"),
        Picture("market", "Sản phẩm dệt của câu lạc bộ được bày tại phiên chợ cuối tuần"),
        Text("""
Đến nay, 26 mẫu đã có người dệt lại được. Câu lạc bộ bán khăn, túi ở phiên chợ và nhận đơn qua mạng. Tiền bán hàng chia ba: người dệt, quỹ sợi, và phần thưởng cho học sinh nghèo của thôn.

Mười sáu mẫu còn lại khó hơn, có mẫu bà Chắp phải nằm nghĩ cả đêm mới nhớ ra một đường chỉ. Chị Én treo lên tường một tờ giấy kẻ bốn mươi hai ô. Mỗi mẫu dệt xong, một ô được tô đỏ. Hôm chúng tôi đến, cô bé mười một tuổi vừa tô ô thứ hai mươi sáu.
"""),
    ),
)  # fmt: skip

AUDIO = Feature(
    key="ban-tin",
    title="Nghe: Bản tin “Chuyện thôn mình” – Tín hiệu mở đầu chương trình mới",
    section="tuyen-giao-va-dan-van",
    kicker="Phát thanh",
    days_ago=7,
    hour=7,
    minute=5,
    picture=("network", 1),
    caption="Bản tin phát trên cụm loa của 18 thôn",
    author="Ban Biên tập",
    tags=("truyền thanh", "tuyên giáo"),
    views=402,
    sapo="Từ tuần này, bản tin truyền thanh của xã có nhạc hiệu mới. Mời bạn nghe thử và góp ý.",
    body=(
        Text("""
Bản tin “Chuyện thôn mình” phát trên hệ thống truyền thanh xã vào 6 giờ và 17 giờ các ngày thứ Ba, thứ Năm, thứ Bảy hằng tuần. Nội dung do chính người dân gửi về: một việc tốt, một điều chưa hài lòng, một kinh nghiệm làm ăn.

Nhạc hiệu mới gồm năm nốt, dựa trên âm điệu của tiếng kẻng báo giờ làm việc trước kia ở hợp tác xã. Bản nghe thử dưới đây chỉ có nhạc hiệu; phụ đề cho biết khi nào tiếng chuông vang lên, dành cho người khiếm thính.
"""),
        Recording("Nhạc hiệu bản tin “Chuyện thôn mình”", "nhac-hieu.wav", "nhac-hieu.vtt", "<p>(Năm tiếng chuông ngân, cao dần rồi lắng xuống. Không có lời.)</p>"),
        Text("""
Ý kiến góp ý xin gửi về Văn phòng Đảng uỷ xã hoặc hộp thư đặt tại nhà văn hoá các thôn trước ngày {han_gop_y}. Bản tin số đầu tiên theo nhạc hiệu mới sẽ kể về những người trồng sen ở Đầm Vạc.
"""),
    ),
)  # fmt: skip

CORRECTED = Feature(
    key="vu-mua",
    title="{vu_gat} ở Lam Khê: Được mùa nhờ cùng giống, cùng trà",
    section="nong-nghiep",
    kicker="Mùa vụ",
    days_ago=24,
    hour=11,
    minute=25,
    picture=("harvest", 1),
    caption="Thu hoạch lúa trên cánh đồng Ao Sen",
    author="P.V",
    tags=("nông nghiệp", "mùa vụ"),
    views=655,
    source=("Bản tin Nông nghiệp Sơn Hải", "https://example.org/ban-tin-nong-nghiep"),
    source_tag="BTNN",
    sapo="{vu_gat}, toàn xã gieo cấy 412 ha, năng suất bình quân 58,6 tạ/ha, cao nhất trong năm năm qua.",
    corrections=(
        (30, "Bản đăng đầu tiên ghi năng suất bình quân 68,5 tạ/ha. Con số đúng là 58,6 tạ/ha. Ban Biên tập xin lỗi bạn đọc."),
    ),
    updated_after_hours=30,
    body=(
        Text("""
Nông dân xã Lam Khê đã thu hoạch xong hơn 400 ha lúa. Năng suất bình quân đạt 58,6 tạ/ha, tăng 3,2 tạ so với vụ trước.

Theo đồng chí Bế Văn Thoại, Chủ tịch Hội Nông dân xã, điểm khác của vụ này là mười một thôn thống nhất cấy cùng một giống, cùng trà trong mười hai ngày. Nhờ vậy, nước được điều tiết gọn từng cánh đồng, sâu bệnh phát hiện sớm, máy gặt đi một lượt không phải quay lại.

Hợp tác xã Nông nghiệp Lam Khê đã ký hợp đồng tiêu thụ 320 tấn lúa tươi ngay tại ruộng. Giá mua ổn định, bà con không phải phơi thóc trên đường như nhiều năm trước.
"""),
        Figures("Cả vụ", (("412", "héc-ta gieo cấy"), ("58,6", "tạ/ha, năng suất bình quân"), ("320", "tấn tiêu thụ qua hợp đồng"))),
        Text("""
Khó khăn còn lại là 37 ha ở cuối nguồn nước vẫn phụ thuộc vào mưa. Xã đề nghị nối dài kênh chính thêm 1,2 km trước vụ tới.
"""),
        Attachment("Số liệu lúa theo thôn (CSV)", "so-lieu-lua-theo-thon.csv"),
    ),
)  # fmt: skip

MEMBERS_ONLY = Feature(
    key="tai-lieu-sinh-hoat",
    title="Tài liệu phục vụ sinh hoạt chi bộ tháng {thang_sau}/{nam_thang_sau}",
    section="sinh-hoat-chi-bo",
    kicker="Dành cho đảng viên",
    days_ago=3,
    hour=13,
    minute=30,
    picture=("books", 2),
    caption="",
    author="Ban Xây dựng Đảng",
    tags=("sinh hoạt chi bộ", "tài liệu"),
    level="members",
    sapo="Tài liệu gợi ý nội dung thời sự, câu hỏi thảo luận và mẫu nghị quyết tháng {thang_sau}. Chỉ dành cho đảng viên trong Đảng bộ xã.",
    body=(
        Text("""
Ban Xây dựng Đảng gửi các chi bộ gợi ý nội dung sinh hoạt tháng {thang_sau}. Các đồng chí bí thư chọn phần phù hợp, không cần trình bày toàn bộ.

## Gợi ý thảo luận

Việc làm theo Bác: mỗi đảng viên tự nhận xét việc thực hiện cam kết đầu năm, nêu rõ điều chưa làm được.

Phân công giúp hộ nghèo: rà từng hộ, ghi người phụ trách và thời hạn.

## Lưu ý

Tài liệu lưu hành nội bộ trong Đảng bộ, không đăng lại trên mạng xã hội.
"""),
        Attachment("Mẫu nghị quyết chi bộ một trang", "mau-nghi-quyet-chi-bo.pdf"),
    ),
)  # fmt: skip

COMMITTEE_ONLY = Feature(
    key="du-thao-chuong-trinh",
    title="Lấy ý kiến cấp uỷ viên về dự thảo chương trình công tác năm {nam_sau}",
    section="tin-dang-uy",
    kicker="Dành cho cấp uỷ viên",
    days_ago=5,
    hour=17,
    minute=0,
    picture=None,
    author="Văn phòng Đảng uỷ",
    tags=("Đảng uỷ xã",),
    level="committee",
    sapo="Văn phòng Đảng uỷ đề nghị các đồng chí cấp uỷ viên góp ý dự thảo trước ngày {han_gop_y}. Nội dung chỉ dành cho cấp uỷ viên.",
    body=(
        Text("""
Dự thảo chương trình công tác năm {nam_sau} gồm bốn nhóm việc, mười tám đầu việc, phân theo từng quý. Văn phòng đề nghị các đồng chí góp ý về thời hạn, người chủ trì và những việc cần bỏ bớt.

Ý kiến gửi về Văn phòng Đảng uỷ trước ngày {han_gop_y}. Đồng chí nào không có ý kiến được coi là nhất trí.
"""),
    ),
)  # fmt: skip

UNDATED = Feature(
    key="gieng-da",
    title="Giếng đá Mỹ Lĩnh và lời dặn giữ nước",
    section="van-hoa-giao-duc",
    kicker="Chuyện làng",
    days_ago=0,
    undated=True,
    hour=9,
    minute=20,
    picture=("hills", 2),
    caption="Làng Mỹ Lĩnh dưới chân núi",
    author="Vi Hoài",
    poster="",
    tags=("văn hoá", "nghề truyền thống"),
    views=3412,
    source=("Trang tin xã Mỹ Lĩnh", "https://example.org/my-linh"),
    source_tag="ML",
    sapo="Không ai ở Mỹ Lĩnh nhớ giếng đá có từ bao giờ. Người làng chỉ nhớ lời dặn truyền qua mấy đời: uống nước giếng thì phải giữ rừng trên đầu giếng.",
    body=(
        Text("""
Giếng nằm dưới gốc trám, miệng ghép bằng tám phiến đá, phiến nào cũng mòn vẹt vì dây gầu. Mùa cạn nhất, nước vẫn cách mặt đất chưa đầy hai sải tay. Các cụ bảo, năm đại hạn, người ba làng bên gánh nước ở đây suốt ngày đêm mà giếng không vơi.

Bên thành giếng có một phiến đá khắc chữ, nay chỉ còn đọc được mấy nét. Cụ Lý Thị Yên, năm nay tám mươi chín tuổi, thuộc lòng câu ấy từ bé: uống nước giếng này, chớ chặt cây trên khe kia.

## Phiên trực giếng

Làng có lệ mỗi tháng một xóm trực giếng: quét lá, vét bùn, thay gầu. Đến lượt xóm nào, trẻ con xóm ấy được đi theo để biết đường lên đầu nguồn. Cứ thế, đứa trẻ nào ở Mỹ Lĩnh cũng từng một lần trèo lên khe, đếm mấy gốc trám già và nghe kể lại lời dặn.

Từ ngày có nước máy, ít người gánh nước giếng. Nhưng lệ trực giếng vẫn giữ. Ngày Tết, nhà nào cũng xin một bình về đun ấm trà đầu năm.
"""),
        Quote("Giếng còn trong là rừng còn. Trông giếng cũng là trông rừng.", "Cụ Lý Thị Yên, làng Mỹ Lĩnh"),
    ),
)  # fmt: skip

FEATURES = (
    YEAR_END,
    BRIDGE,
    AFTER_MERGER,
    PINE_FOREST,
    WEAVING,
    AUDIO,
    CORRECTED,
    MEMBERS_ONLY,
    COMMITTEE_ONLY,
    UNDATED,
)
