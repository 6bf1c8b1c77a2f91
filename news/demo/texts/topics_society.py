"""Topics of society: welfare, schools, health, culture."""

from .grammar import WEEKEND, Angle, Topic

SCHOOL_MONTHS = (1, 2, 3, 4, 5, 9, 10, 11, 12)

WELFARE = Topic(
    name="an-sinh",
    section="an-sinh-xa-hoi",
    kicker="An sinh xã hội",
    tags=("an sinh xã hội", "giảm nghèo"),
    pictures=("house", "gifts"),
    weight=5,
    speaker="mttq",
    angles=(
        Angle(
            titles=("Bàn giao nhà cho hộ nghèo ở {thon}", "Chung tay xoá nhà tạm: Thêm một gia đình {thon} có nhà mới"),
            sapos=(
                "Ngôi nhà rộng gần 60 m² ở {thon} được dựng bằng {trieu_it} hỗ trợ và {cong} của hàng xóm, đảng viên, đoàn viên thanh niên.",
                "{hom}, gia đình một hộ nghèo ở {thon} nhận chìa khoá ngôi nhà mới sau {n1} tuần thi công.",
                "Hết cảnh hứng nước mưa trong nhà: thêm một gia đình ở {thon} được xoá nhà tạm.",
            ),
            opening="""
{hom}, tại {thon}, {mttq}, cùng chi bộ, gia đình và bà con lối xóm dự lễ bàn giao nhà cho gia đình {ba}. || Niềm vui đến với gia đình {ba} khi căn nhà mới được bàn giao.
Căn nhà rộng gần 60 m², nền cứng, khung cứng, mái cứng, tổng chi phí {trieu}. || Nhà được xây trong {n1} tuần, ngoài phần hỗ trợ {trieu_it} còn có {cong} của dân quân, đoàn viên và hàng xóm.

Gia đình {ba_ten} thuộc diện khó khăn, nhiều năm ở trong căn nhà gỗ đã mục. || Trước đó, mẹ con {ba_ten} sống trong căn nhà vách ván, mưa to là phải sang nhờ hàng xóm.
“Có chỗ ở rồi, tôi yên tâm nuôi đàn gà, cho cháu đi học”, {ba_ten} chia sẻ. || {ba_ten} xúc động: “Tôi chưa bao giờ nghĩ mình có ngôi nhà thế này”.
""",
            pictures=("house",),
        ),
        Angle(
            titles=("Trao {suat} tới gia đình khó khăn ở {thon}", "{suat} nghĩa tình đến với bà con {thon}"),
            sapos=(
                "{suat} gồm gạo, dầu ăn, chăn ấm được trao tận tay các gia đình khó khăn ở {thon}.",
                "{hom}, Uỷ ban Mặt trận Tổ quốc xã trao {suat} cho hộ nghèo, người già neo đơn ở {thon}.",
                "Quà không nhiều nhưng được mang đến tận nhà: {suat} cho những gia đình khó khăn nhất ở {thon}.",
            ),
            opening="""
{hom}, {mttq}, cùng đoàn đến trao {suat} cho các gia đình khó khăn ở {thon}. || {suat} vừa được trao tới các gia đình khó khăn, người già neo đơn ở {thon}.
Mỗi suất gồm gạo, dầu ăn, chăn ấm, do các nhà hảo tâm và con em xa quê ủng hộ. || Đoàn chia làm ba nhóm, mang quà đến tận nhà cho người đi lại khó khăn.
{ba} nhận túi gạo, bảo nhờ hàng xóm nấu giúp nồi cháo cho cả ngõ. || {ba} cứ nắm tay cán bộ, dặn lần sau đến nhớ ở lại ăn cơm.
""",
            pictures=("gifts",),
        ),
        Angle(
            titles=("Thăm hỏi gia đình chính sách ở {thon}", "Tri ân người có công ở {thon}"),
            sapos=(
                "Đoàn của Đảng uỷ, Uỷ ban nhân dân xã đến thăm các gia đình thương binh, liệt sĩ, người có công ở {thon}.",
                "Chén nước, câu chuyện cũ và nén hương trên bàn thờ: buổi thăm gia đình chính sách ở {thon} kéo dài hơn dự định.",
                "Không chỉ tặng quà, đoàn đến {thon} còn hỏi kỹ chuyện chế độ, nhà cửa, thuốc men của từng gia đình.",
            ),
            opening="""
{hom}, {ld}, cùng đoàn đến thăm, tặng quà các gia đình chính sách ở {thon}. || Đoàn công tác của xã do {ld}, dẫn đầu đến thăm {n1} gia đình thương binh, liệt sĩ, người có công ở {thon}.
Tại mỗi nhà, đoàn thắp hương, hỏi thăm sức khoẻ và ghi lại những điều gia đình còn băn khoăn. || Câu chuyện kéo dài bên chén nước, từ chuyện chiến trường ngày trước đến chuyện con cháu hôm nay.
""",
            pictures=("gifts", "lotus"),
        ),
        Angle(
            titles=("Hộ nghèo {thon} giảm còn {tl_hn}", "{thon} rà soát hộ nghèo: Công khai từng tiêu chí"),
            sapos=(
                "Thôn có {n_ho} hộ, nay chỉ còn {n_hn} hộ nghèo, chiếm {tl_hn}: kết quả rà soát ở {thon} được công khai trước cuộc họp dân.",
                "Ai thoát nghèo, ai còn trong danh sách, vì sao: {thon} bàn công khai, có Mặt trận giám sát.",
            ),
            opening="""
Kết quả rà soát cho thấy {thon} còn {n_hn}/{n_ho} hộ nghèo, chiếm {tl_hn}. || {hom}, {thon} họp dân, công khai kết quả rà soát hộ nghèo: còn {n_hn}/{n_ho} hộ, bằng {tl_hn}.
Từng tiêu chí được đọc to, hộ nào có ý kiến thì trả lời ngay. || Có gia đình tự viết đơn xin ra khỏi danh sách để nhường suất cho nhà khó khăn hơn.
""",
            pictures=("charts", "house"),
        ),
        Angle(
            titles=("{chi_bo} giúp {n1b} hộ thoát nghèo có địa chỉ", "Mỗi đảng viên một hộ nghèo: Cách làm của {chi_bo}"),
            sapos=(
                "Giúp đúng người, đúng việc và theo đến cùng: {chi_bo} phân công từng đảng viên giúp một hộ nghèo.",
                "Nhà thiếu vốn thì giúp vốn, nhà thiếu người thì giúp công. {chi_bo} có {n1b} hộ thoát nghèo theo cách ấy.",
            ),
            opening="""
{chi_bo} có bảng phân công treo ở nhà văn hoá: mỗi đảng viên giúp một hộ nghèo, ghi rõ giúp việc gì. || Năm nay, {chi_bo} nhận giúp {n1b} hộ thoát nghèo, mỗi hộ có một đảng viên theo sát.
Trước khi giúp, chi bộ tìm hiểu vì sao nhà ấy nghèo: thiếu đất, thiếu vốn hay thiếu người làm. || Có hộ được giúp con giống, có hộ được dạy nghề, có hộ chỉ cần người cùng làm mấy vụ đầu.
""",
            pictures=("house", "gifts", "market"),
        ),
    ),
    body="""
Theo {mttq}, {tu_dau_nam} xã đã hoàn thành {n1} nhà, trao {suat} cho hộ khó khăn. || {mttq}, cho biết quỹ “Vì người nghèo” của xã vận động được {trieu}.
Danh sách hộ được giúp đều do thôn họp bình xét, niêm yết công khai. || Việc bình xét được làm từ cuộc họp thôn, có sự giám sát của ban công tác mặt trận.
? Với hộ không có đất ở ổn định, xã phối hợp vận động dòng họ nhường đất.

Ở {thon}, {chi_bo} phân công đảng viên giúp hộ nghèo cách làm ăn. || Chi bộ còn tính chuyện sinh kế lâu dài cho hộ nghèo: hỗ trợ con giống, vay vốn, học nghề.
Thôn hiện còn {n_hn}/{n_ho} hộ nghèo, chiếm {tl_hn}. || Toàn thôn có {n_ho} hộ, hộ nghèo chỉ còn {tl_hn}.
Mục tiêu năm {nam_sau} là không còn hộ nghèo là gia đình chính sách và không còn nhà tạm. || Đảng uỷ xã yêu cầu các chi bộ rà soát lại từng hoàn cảnh, không để ai bị bỏ sót.
""",
    quotes=("Giúp một nhà thoát nghèo phải biết vì sao nhà ấy nghèo. Thiếu đất khác, thiếu sức khác, thiếu cách làm lại khác.",),
    figures=(("{n1}", "nhà hoàn thành {tu_dau_nam}"), ("{so_suat}", "suất quà được trao"), ("{tl_hn}", "tỉ lệ hộ nghèo")),
)  # fmt: skip


EDUCATION = Topic(
    name="giao-duc",
    section="van-hoa-giao-duc",
    kicker="Giáo dục",
    tags=("giáo dục", "khuyến học"),
    pictures=("school", "books"),
    weight=5,
    speaker="van_xa",
    angles=(
        Angle(
            titles=("{truong} chăm lo nơi ăn, chốn học cho học trò", "{truong} sửa {n1} phòng học bằng nguồn xã hội hoá"),
            sapos=(
                "Phòng học được sơn sửa, bếp ăn sạch sẽ, {n4} học sinh {truong} có chỗ học, chỗ ăn tươm tất hơn.",
                "{trieu} xã hội hoá và {cong} của phụ huynh: {truong} sửa xong {n1} phòng học và mái che sân.",
            ),
            opening="""
Khuôn viên {truong} sạch tinh tươm, hàng cây được cắt tỉa, phòng học sơn mới. || Tiếng cưa, tiếng búa ở {truong} vừa dứt, {n1} phòng học đã sửa xong.
Từ nguồn xã hội hoá {trieu} và {cong} của phụ huynh, nhà trường sửa {n1} phòng học, làm mái che sân. || Phụ huynh góp {cong}, cùng thầy cô làm vườn rau, sửa bếp ăn và khu vệ sinh.
""",
            pictures=("school",),
        ),
        Angle(
            titles=("Quỹ khuyến học {thon} trao {n2} phần thưởng", "Trao thưởng khuyến học ở {thon}: Cả thôn vỗ tay"),
            sapos=(
                "Từ những khoản góp nhỏ, quỹ khuyến học {thon} nay có {trieu_it}, giúp {n2} học sinh mỗi năm.",
                "{hom}, quỹ khuyến học {thon} trao {n2} phần thưởng cho học sinh, sinh viên ngay tại nhà văn hoá thôn.",
                "Phần thưởng không lớn, nhưng ông bà, cha mẹ đều có mặt: lễ trao thưởng khuyến học ở {thon} là ngày vui của cả thôn.",
            ),
            opening="""
{hom}, quỹ khuyến học {thon} trao thưởng {n2} học sinh, sinh viên có thành tích. || Lễ trao thưởng khuyến học ở {thon} tổ chức ngay tại nhà văn hoá để ông bà, cha mẹ cùng chứng kiến.
Quỹ được lập từ tiền góp của con em xa quê, đến nay có {trieu_it}. || Phần thưởng không lớn nhưng được cả thôn vỗ tay, là niềm vui của mỗi gia đình.
""",
            pictures=("books", "hall"),
        ),
        Angle(
            titles=("Bữa trưa ấm lòng ở {truong}", "{n3} suất cơm trưa mỗi ngày ở {truong}"),
            sapos=(
                "{n3} suất cơm trưa mỗi ngày giúp học sinh ở xa của {truong} không phải nhịn đói chờ buổi học chiều.",
                "Rau phụ huynh trồng, gạo nhà hảo tâm góp, thầy cô thay nhau đứng bếp: bữa trưa ở {truong} có vị của tình làng.",
            ),
            opening="""
Trống tan buổi học sáng, {n3} học sinh ở xa của {truong} xếp hàng vào nhà ăn. || Từ năm giờ sáng, bếp của {truong} đã đỏ lửa.
Gạo do các nhà hảo tâm góp, rau do phụ huynh trồng, thầy cô thay nhau trông các em ăn. || Mỗi suất cơm có thịt, canh rau và một quả trứng, các em ăn hết sạch.
""",
            months=SCHOOL_MONTHS,
            pictures=("school",),
        ),
        Angle(
            titles=("Không để học sinh nào của {thon} phải bỏ học", "Đưa {n1} học trò {thon} trở lại lớp"),
            sapos=(
                "Đến nhà nhiều lần, tìm cách giúp cả gia đình: thầy cô và chi bộ đưa {n1} học trò {thon} trở lại lớp.",
                "Mỗi đảng viên {chi_bo} để ý một học sinh có nguy cơ bỏ học, báo sớm cho nhà trường khi thấy em vắng.",
            ),
            opening="""
Em {tre1} ở {thon} từng định nghỉ học theo gia đình đi làm xa, nay đã trở lại lớp. || Nhờ cô giáo và chi bộ đến nhà nhiều lần, em {tre2} ở {thon} quay lại trường sau gần một tháng nghỉ.
Từ đầu năm học, {n1} em có nguy cơ bỏ học được giúp đỡ, không em nào phải nghỉ. || Giữ được em ở lại lớp, người lớn còn phải lo giúp gia đình em có việc làm.
""",
            months=SCHOOL_MONTHS,
            pictures=("school", "gifts"),
        ),
        Angle(
            titles=("Thư viện nhỏ ở {truong} mở cửa cả ngày nghỉ", "Góc sách của {truong} và những bạn đọc nhỏ"),
            sapos=(
                "Thư viện {truong} có {n4} đầu sách, mở cửa cả ngày nghỉ, học sinh tự mượn, tự ghi, tự trả.",
                "Sách do cựu học sinh gửi về, giá sách thầy giáo tự đóng: thư viện nhỏ của {truong} lúc nào cũng có người đọc.",
            ),
            opening="""
Thư viện của {truong} chỉ rộng bằng một phòng học nhưng có {n4} đầu sách. || Ngày nghỉ, thư viện {truong} vẫn mở cửa, mấy em nhỏ ngồi đọc ngay trên bậc thềm.
Các em tự mượn, tự ghi vào sổ, tự trả lên giá. || Sách do cựu học sinh gửi về, giá sách thầy giáo tự đóng.
""",
            pictures=("books",),
        ),
        Angle(
            titles=("Chi bộ {truong}: Mỗi đảng viên giúp một học sinh", "“Thầy cô đỡ đầu” ở {truong}"),
            sapos=(
                "Mô hình “thầy cô đỡ đầu” của Chi bộ {truong} giúp {n1} học sinh khó khăn yên tâm đến lớp.",
                "Nghị quyết của Chi bộ {truong} có một mục riêng: em nào cần giúp, ai nhận giúp, giúp việc gì.",
            ),
            opening="""
Chi bộ {truong} phân công mỗi đảng viên nhận giúp một học sinh có nguy cơ bỏ học. || Trong nghị quyết hằng tháng của Chi bộ {truong} luôn có một mục về những học sinh cần giúp đỡ.
Mô hình “thầy cô đỡ đầu” đã giúp {n1} em trở lại lớp, học tiến bộ. || Giúp không chỉ là cho sách vở, mà là đến nhà, nghe chuyện và kèm các em học.
""",
            months=SCHOOL_MONTHS,
        ),
    ),
    body="""
{truong} có {n4} học sinh, trong đó {n3} em thuộc diện khó khăn. || {truong} có {n4} học sinh, {n2} giáo viên, nhân viên.
{van_xa}, đánh giá cao sự vào cuộc của các chi bộ, dòng họ trong việc học của con trẻ. || Theo {van_xa}, xã ưu tiên bố trí kinh phí cho các điểm trường xa trung tâm.

Chi bộ nhà trường theo dõi từng học sinh có hoàn cảnh khó khăn, mỗi kỳ sinh hoạt đều dành thời gian bàn cách giúp. || Nhà trường và các chi bộ thôn trao đổi hằng tháng về những em hay vắng học.
? Bếp ăn của trường duy trì {n3} suất cơm trưa cho học sinh ở xa.

Ở {thon}, quỹ khuyến học có {trieu_it}, mỗi năm giúp {n2} học sinh. || Các dòng họ ở {thon} đều có quỹ khuyến học, năm nay trao {n2} phần thưởng.
Xã đặt mục tiêu giữ vững phổ cập giáo dục, mỗi trường có một thư viện thân thiện. || Thời gian tới, xã tiếp tục nâng cấp {n1b} điểm trường và đường vào trường.
""",
    quotes=("Giữ được một em ở lại lớp là giữ được tương lai của một gia đình.",),
    figures=(("{n4}", "học sinh"), ("{n2}", "phần thưởng khuyến học"), ("{n3}", "học sinh có hoàn cảnh khó khăn")),
)  # fmt: skip


HEALTH = Topic(
    name="y-te",
    section="an-sinh-xa-hoi",
    kicker="Sức khoẻ",
    tags=("y tế", "chăm sóc sức khoẻ"),
    pictures=("gifts", "digital", "hall"),
    weight=3,
    speaker="van_xa",
    angles=(
        Angle(
            titles=("Khám sức khoẻ miễn phí cho {n4} người dân {thon}", "Bác sĩ về {thon} khám bệnh, cấp thuốc miễn phí"),
            sapos=(
                "{hom}, {n4} người dân {thon} và vùng lân cận được khám, tư vấn, cấp thuốc miễn phí ngay tại nhà văn hoá thôn.",
                "Đo huyết áp, thử đường huyết, siêu âm tại chỗ: đợt khám ở {thon} phát hiện {n2} người cần theo dõi lâu dài.",
            ),
            opening="""
{hom}, Trạm Y tế xã phối hợp với các đoàn thể khám sức khoẻ miễn phí cho {n4} người dân {thon}. || Từ sáng sớm, nhà văn hoá {thon} đã đông bà con đến khám bệnh.
Người dân được đo huyết áp, thử đường huyết, siêu âm và tư vấn dinh dưỡng. || Các bàn khám chia theo nhóm người cao tuổi, phụ nữ và trẻ em để bà con không phải chờ lâu.
""",
            pictures=("hall", "gifts"),
        ),
        Angle(
            titles=("Bác sĩ về thôn: Phiên khám cuối tuần ở {thon}", "Khám bệnh ngày nghỉ ở {thon}"),
            sapos=(
                "Người đi làm cả tuần cũng được khám: phiên khám cuối tuần ở {thon} đón {n4} lượt người.",
                "Chọn ngày nghỉ để con cháu đưa ông bà đi khám, Trạm Y tế xã mở phiên khám cuối tuần ở {thon}.",
            ),
            opening="""
Phiên khám cuối tuần ở {thon} bắt đầu từ bảy giờ sáng, kéo dài hết buổi chiều. || {hom}, Trạm Y tế xã mở phiên khám cuối tuần tại nhà văn hoá {thon}.
Nhiều cụ được con cháu nghỉ làm đưa đến, vừa khám vừa hỏi chuyện thuốc men. || {n4} lượt người được khám, đo huyết áp, thử đường huyết và tư vấn.
""",
            weekdays=WEEKEND,
            pictures=("hall", "gifts"),
        ),
        Angle(
            titles=("{pct} người dân {thon} có hồ sơ sức khoẻ điện tử", "Hồ sơ sức khoẻ điện tử đến với người dân {thon}"),
            sapos=(
                "{pct} người dân {thon} có hồ sơ sức khoẻ điện tử: đi khám không còn phải mang theo tập giấy cũ.",
                "Nhớ giúp người già bệnh gì, uống thuốc gì: hồ sơ sức khoẻ điện tử ở {thon} đã có {pct} người dân.",
            ),
            opening="""
Đến tháng {thang}, {pct} người dân {thon} có hồ sơ sức khoẻ điện tử. || Cán bộ Trạm Y tế và đoàn viên vừa đi một vòng {thon} để hoàn tất hồ sơ sức khoẻ điện tử cho người cao tuổi.
Ai đi khám ở đâu, uống thuốc gì đều được ghi lại, bác sĩ nơi khác cũng xem được. || Người không có điện thoại được in một tấm thẻ nhỏ, đi khám chỉ cần đưa thẻ.
""",
            pictures=("digital",),
        ),
        Angle(
            titles=("Phòng bệnh lúc giao mùa ở {thon}", "{thon} dọn nước đọng, diệt bọ gậy phòng sốt xuất huyết"),
            sapos=(
                "Giao mùa, Trạm Y tế xã cùng {n3} hội viên, đoàn viên {thon} dọn nước đọng, diệt bọ gậy, nhắc bà con tiêm chủng cho trẻ.",
                "Lật từng chiếc chum, chiếc lốp cũ: {thon} phòng bệnh từ những chỗ nước đọng quanh nhà.",
            ),
            opening="""
{hom}, {n3} hội viên, đoàn viên {thon} cùng Trạm Y tế xã đi từng nhà dọn nước đọng, diệt bọ gậy. || Thời tiết giao mùa, Trạm Y tế xã cử người về {thon} nhắc bà con phòng bệnh.
Chum vại, lốp cũ, chậu cây cảnh đều được lật lên xem. || Nhà nào có trẻ nhỏ được dặn kỹ lịch tiêm chủng và cách giữ ấm, giữ sạch.
""",
            months=(3, 4, 5, 8, 9, 10, 11),
            pictures=("house", "hall"),
        ),
    ),
    body="""
Qua kiểm tra, {n2} người được phát hiện huyết áp cao, {n1} người được giới thiệu lên tuyến trên. || Trạm Y tế lập sổ theo dõi {n2} trường hợp có bệnh mạn tính trong thôn.
{ba} cho biết lâu nay ngại đi xa nên ít khi kiểm tra sức khoẻ. || {anh} nói nhờ được nhắc mà nay uống thuốc đều.
{van_xa}, cho biết toàn xã đang cập nhật hồ sơ sức khoẻ điện tử cho người dân, ưu tiên người cao tuổi. || Theo {van_xa}, xã đặt mục tiêu mỗi người dân được khám ít nhất một lần trong năm.

Chi bộ Trạm Y tế phân công đảng viên phụ trách từng thôn, đến nhà người già yếu. || Mỗi đảng viên Chi bộ Trạm Y tế phụ trách một cụm thôn, tháng nào cũng đến thăm người bệnh mạn tính.
Bà con được khuyến cáo ăn uống hợp vệ sinh, diệt bọ gậy, tiêm chủng đủ cho trẻ. || Trạm cũng nhắc người dân ngủ màn, dọn nước đọng, ăn chín uống sôi và đưa trẻ đi tiêm đúng lịch.
""",
    quotes=("Chữa bệnh ở thôn là phòng bệnh trước đã. Bà con nhớ đo huyết áp đều thì đỡ được nhiều việc.",),
    figures=(("{n2}", "người được theo dõi huyết áp"), ("{n1}", "người được giới thiệu lên tuyến trên")),
)  # fmt: skip


CULTURE = Topic(
    name="van-hoa",
    section="van-hoa-giao-duc",
    kicker="Văn hoá",
    tags=("văn hoá", "đại đoàn kết"),
    pictures=("brocade", "lotus", "drum", "hall"),
    weight=4,
    speaker="van_xa",
    angles=(
        Angle(
            titles=("Ngày hội văn hoá ở {thon}", "{thon} vui ngày hội đại đoàn kết"),
            sapos=(
                "Trong tiếng trống, tiếng hát, bà con {thon} cùng nhìn lại một năm đoàn kết: {n_ho_dy}/{n_ho} hộ đạt danh hiệu gia đình văn hoá.",
                "{hom}, {thon} mở hội với {n1} trò chơi dân gian, mâm cơm chung và những tiết mục do chính bà con biểu diễn.",
            ),
            opening="""
{hom}, bà con {thon} tề tựu tại nhà văn hoá dự ngày hội. || Từ sáng sớm, nhà văn hoá {thon} đã rộn ràng tiếng trống, tiếng cười.
Phần hội có {n1} trò chơi dân gian, thi nấu ăn, văn nghệ do chính người dân biểu diễn. || Mâm cơm chung bày dọc sân, món nào cũng do các nhà góp lại.
? {ld}, đến dự, chung vui cùng nhân dân.
""",
            pictures=("drum", "hall"),
        ),
        Angle(
            titles=("Giữ tiếng đàn, điệu hát ở {thon}", "Người dạy hát của lũ trẻ {thon}"),
            sapos=(
                "Hàng chục bài hát cổ của {thon} đang được một nghệ nhân cao tuổi dạy lại cho {n2} em nhỏ.",
                "Tiếng hát còn thì nếp nhà còn: lớp hát buổi tối ở {thon} có {n2} học trò, em nhỏ nhất mới học lớp hai.",
            ),
            opening="""
Người dạy hát ở {thon} là {ba}, thuộc hàng chục bài cổ do mẹ truyền lại. || {ba} là người giữ nhiều bài hát cổ nhất {thon}, tối nào rảnh lại dạy cho lũ trẻ.
Lớp học không bảng, không phấn, có {n2} em ngồi quanh bếp. || Các em hát trước, hiểu sau; câu nào khó, bà giảng bằng chuyện ngày xưa.
""",
            pictures=("lotus", "drum"),
        ),
        Angle(
            titles=("Câu lạc bộ văn nghệ {thon} và những đêm sáng đèn", "Câu lạc bộ văn nghệ {thon} đón thêm {n1} bạn trẻ"),
            sapos=(
                "Từ một nhóm nhỏ vài người cao tuổi, câu lạc bộ văn nghệ {thon} nay có {n2} thành viên, trong đó {n1} bạn trẻ.",
                "Ban ngày làm đồng, tối đến tập hát: câu lạc bộ văn nghệ {thon} giữ nhịp sinh hoạt mỗi tuần hai buổi.",
            ),
            opening="""
Câu lạc bộ văn nghệ {thon} ban đầu chỉ có vài người cao tuổi, nay có {n2} thành viên. || Tối tập văn nghệ, sân nhà văn hoá {thon} sáng đèn, {n2} thành viên câu lạc bộ có mặt đông đủ.
Các tiết mục đều do bà con tự tập, từ cụ già bảy mươi đến em nhỏ mẫu giáo. || Nhạc cụ mượn mỗi nơi một chiếc, trang phục tự may, vậy mà đi thi lần nào cũng có giải.
""",
            pictures=("lamp", "hall", "drum"),
        ),
        Angle(
            titles=("Hội thao cụm {thon}, {thon2} sôi nổi với {n1} môn thi đấu", "Bóng chuyền, kéo co và tiếng reo ở cụm {thon}"),
            sapos=(
                "{n1} môn thi đấu, {n4} vận động viên: hội thao cụm {thon}, {thon2} là dịp bà con gặp nhau sau những ngày mùa.",
                "{hom}, hội thao cụm {thon}, {thon2} khép lại, giải nhất bóng chuyền thuộc về đội chủ nhà.",
            ),
            opening="""
{hom}, hội thao cụm {thon}, {thon2} diễn ra sôi nổi với {n1} môn thi đấu. || Sân nhà văn hoá {thon} chật kín người xem trận chung kết bóng chuyền giữa hai thôn {ten_thon} và {ten_thon2}.
Đông người cổ vũ nhất là kéo co, hai đội có cả bà lẫn cháu. || Thua hay thắng, tối ấy cả hai đội cùng ngồi một mâm.
""",
            pictures=("hall", "road"),
        ),
        Angle(
            titles=("Nghề dệt ở {thon} có người nối", "Khung cửi lại vang ở {thon}"),
            sapos=(
                "{n2} phụ nữ trẻ ở {thon} học lại nghề dệt của bà, của mẹ; sản phẩm bắt đầu có khách đặt.",
                "Hoa văn cũ được chép lại, khung cửi cũ được sửa: nghề dệt ở {thon} có thêm {n1} người học.",
            ),
            opening="""
Tiếng thoi đưa lại vang trong mấy ngôi nhà ở {thon}. || {ba} còn giữ được bộ khung cửi của mẹ, nay thành chỗ học nghề của {n2} phụ nữ trẻ {thon}.
Người học khó nhất ở khâu nhớ hoa văn, mỗi dải một tên, một nghĩa. || Sản phẩm đầu tiên là chiếc khăn, dệt lỗi mấy đường nhưng ai cũng giữ làm kỷ niệm.
""",
            pictures=("brocade",),
        ),
        Angle(
            titles=("Nhà văn hoá {thon}: Mở cửa mỗi ngày, không chỉ để họp", "Một ngày ở nhà văn hoá {thon}"),
            sapos=(
                "Sáng là lớp dưỡng sinh, chiều là sân bóng của trẻ con, tối là chỗ tập văn nghệ: nhà văn hoá {thon} mở cửa mỗi ngày.",
                "Có tủ sách, có nước uống, có người trông: nhà văn hoá {thon} không còn khoá cửa chờ cuộc họp.",
            ),
            opening="""
Nhà văn hoá {thon} có tủ sách, sân bóng chuyền, nước uống, mở cửa từ sáng đến tối. || Trước đây, nhà văn hoá {thon} chỉ mở khi có họp; nay sáng nào cũng có người đến.
Chìa khoá do hội người cao tuổi giữ, mỗi ngày một người trực. || Sáng là lớp dưỡng sinh của các cụ, chiều là chỗ trẻ con mượn sách, đá cầu.
""",
            pictures=("hall", "books"),
        ),
    ),
    body="""
Năm nay, {n_ho_dy}/{n_ho} hộ trong thôn được bình xét gia đình văn hoá. || Trong thôn có {n_ho_dy}/{n_ho} gia đình văn hoá, không có tảo hôn, bạo lực gia đình.
Em {tre1}, học sinh lớp 8, nói em thích nhất là được đứng trên sân khấu của thôn mình. || Trong số người trẻ có em {tre2} và {tre3}, nay đã tự đệm đàn được.

Theo {van_xa}, xã có {n2} câu lạc bộ văn nghệ, thể thao hoạt động đều. || {van_xa}, cho biết xã hỗ trợ nhạc cụ, trang phục và đưa nội dung này vào hoạt động ngoài giờ của trường.
Chi bộ đưa việc giữ gìn văn hoá vào nghị quyết, giao Chi hội Phụ nữ làm nòng cốt. || Trong nghị quyết của chi bộ, việc giữ gìn văn hoá có người phụ trách và kinh phí cụ thể.
Bà con mong có thêm kinh phí sửa sân khấu và mua nhạc cụ. || Mong muốn của bà con là có thêm lớp dạy vào dịp hè để các cháu đi học xa về cũng theo được.
""",
    quotes=("Giữ văn hoá không phải cất vào tủ kính. Có người hát, người dệt, người chơi thì nó mới sống.",),
    figures=(("{n_ho_dy}/{n_ho}", "gia đình văn hoá"), ("{n2}", "câu lạc bộ trong toàn xã")),
)  # fmt: skip


TOPICS = (WELFARE, EDUCATION, HEALTH, CULTURE)
