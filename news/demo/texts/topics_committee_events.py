"""Topics of the committee's events: conferences, dialogue, the new apparatus, elections."""

from datetime import date

from .grammar import WORKDAYS, Angle, Topic

CONFERENCE = Topic(
    name="hoi-nghi",
    section="tin-dang-uy",
    kicker="Tin Đảng uỷ",
    tags=("hội nghị", "Đảng uỷ xã"),
    pictures=("conference", "vote", "meeting"),
    weekdays=WORKDAYS,
    weight=6,
    speaker="ld",
    angles=(
        Angle(
            titles=("Hội nghị Ban Chấp hành Đảng bộ xã quý {quy}/{nam}", "Ban Chấp hành Đảng bộ xã bàn {n1} nhiệm vụ quý {quy}/{nam}"),
            sapos=(
                "{hom}, Ban Chấp hành Đảng bộ xã họp, đánh giá công tác quý {quy} và thống nhất {n1} nhiệm vụ trọng tâm thời gian tới.",
                "Hội nghị Ban Chấp hành Đảng bộ xã tập trung vào những chỉ tiêu đạt thấp, giao từng đồng chí cấp uỷ chịu trách nhiệm; {n2} ý kiến thảo luận.",
            ),
            opening="""
{hom}, Ban Chấp hành Đảng bộ xã họp phiên thường kỳ quý {quy}/{nam} dưới sự chủ trì của {ld}. || Dưới sự chủ trì của {ld}, hội nghị Ban Chấp hành Đảng bộ xã quý {quy}/{nam} diễn ra trong một buổi tại hội trường xã.
Dự hội nghị có các đồng chí trong Ban Chấp hành, lãnh đạo các ban, ngành, đoàn thể và bí thư {so_chi_bo} chi bộ trực thuộc. || Cùng dự có {ld_khac}, trưởng các ban, ngành và bí thư các chi bộ.
""",
        ),
        Angle(
            titles=(
                "Đảng uỷ xã giao ban tháng {thang}/{nam} với bí thư các chi bộ",
                "Giao ban tháng {thang}/{nam}: Nghe bí thư {so_chi_bo} chi bộ nói việc khó",
            ),
            sapos=(
                "Buổi giao ban tháng {thang}/{nam} dành hơn nửa thời gian để bí thư các chi bộ nói về việc đang vướng; {n2} ý kiến được ghi vào sổ theo dõi.",
                "{hom}, Đảng uỷ xã giao ban với bí thư {so_chi_bo} chi bộ, chốt {n1} việc phải làm ngay trong tháng.",
            ),
            opening="""
{hom}, Đảng uỷ xã giao ban với bí thư {so_chi_bo} chi bộ trực thuộc, do {ld}, chủ trì. || Buổi giao ban tháng {thang}/{nam} của Đảng uỷ xã với bí thư các chi bộ do {ld}, chủ trì, không đọc báo cáo.
Bí thư các chi bộ lần lượt nêu việc đang vướng, mỗi người không quá năm phút. || Mở đầu là phần trả lời những kiến nghị còn nợ từ kỳ giao ban trước.
""",
            pictures=("meeting", "conference"),
        ),
        Angle(
            titles=(
                "Ban Thường vụ Đảng uỷ họp tháng {thang}/{nam}, cho ý kiến {n1} nội dung",
                "Ban Thường vụ Đảng uỷ xã cho ý kiến về {n1} việc ở {thon}, {thon2}",
            ),
            sapos=(
                "Ban Thường vụ Đảng uỷ xã họp tháng {thang}, cho ý kiến {n1} nội dung về đầu tư công, cán bộ thôn và chuẩn bị hội nghị Ban Chấp hành.",
                "{hom}, Ban Thường vụ Đảng uỷ xã cho ý kiến {n1} nội dung, trong đó có tiến độ công trình ở {thon}.",
            ),
            opening="""
{hom}, Ban Thường vụ Đảng uỷ xã họp, cho ý kiến {n1} nội dung. || Phiên họp tháng {thang}/{nam} của Ban Thường vụ Đảng uỷ xã cho ý kiến {n1} nội dung, do {ld}, chủ trì.
Trong đó có tiến độ công trình ở {thon}, công tác cán bộ thôn và việc chuẩn bị hội nghị Ban Chấp hành. || Mỗi nội dung được gửi tài liệu trước ba ngày, tại phiên họp chỉ thảo luận và kết luận.
""",
            pictures=("meeting",),
        ),
        Angle(
            titles=(
                "Đảng uỷ xã sơ kết công tác quý {quy}/{nam}, triển khai nhiệm vụ thời gian tới",
                "Sơ kết quý {quy}/{nam}: Thu ngân sách đạt {pct} kế hoạch",
            ),
            sapos=(
                "Thu ngân sách đạt {pct} kế hoạch, {n2} chỉ tiêu đạt và vượt tiến độ: hội nghị sơ kết quý {quy} của Đảng uỷ xã nói kỹ hơn về những chỉ tiêu còn lại.",
                "Sơ kết quý {quy}/{nam}, Đảng uỷ xã yêu cầu mỗi chỉ tiêu thấp phải có tên người chịu trách nhiệm và ngày hoàn thành.",
            ),
            opening="""
{hom}, Đảng uỷ xã tổ chức hội nghị sơ kết công tác quý {quy}/{nam}, do {ld}, chủ trì. || Hội nghị sơ kết quý {quy}/{nam} của Đảng uỷ xã bắt đầu bằng danh sách những chỉ tiêu đạt thấp.
Cùng dự có {ld_khac}, trưởng các ban, ngành và bí thư các chi bộ. || Báo cáo được gửi trước, hội nghị dành thời gian bàn cách làm.
""",
            months=(3, 6, 9, 12),
            pictures=("charts", "conference"),
        ),
        Angle(
            titles=("Hội nghị báo cáo viên tháng {thang}/{nam}", "{n3} báo cáo viên, tuyên truyền viên dự hội nghị tháng {thang}/{nam}"),
            sapos=(
                "{hom}, Đảng uỷ xã tổ chức hội nghị báo cáo viên tháng {thang}, thông tin về tình hình sản xuất, an ninh mạng và các văn bản mới.",
                "Báo cáo viên các chi bộ được hướng dẫn cách nói ngắn, nói đúng điều dân hỏi trong sinh hoạt tháng {thang_sau}.",
            ),
            opening="""
{hom}, Đảng uỷ xã tổ chức hội nghị báo cáo viên tháng {thang}/{nam} cho {n3} báo cáo viên, tuyên truyền viên. || Hội nghị báo cáo viên tháng {thang}/{nam} của Đảng uỷ xã có {n3} đồng chí từ các chi bộ tham dự.
Nội dung gồm tình hình sản xuất, phòng, chống lừa đảo qua mạng và các văn bản mới của cấp trên. || {ld}, đề nghị báo cáo viên nói ngắn, chọn đúng điều bà con đang hỏi.
""",
            pictures=("conference", "books"),
        ),
        Angle(
            titles=(
                "Quán triệt nghị quyết mới tới bí thư {so_chi_bo} chi bộ, cụm {thon}",
                "Học nghị quyết ở cụm {thon}: Mỗi chi bộ mang về một việc cụ thể",
            ),
            sapos=(
                "Học nghị quyết xong, mỗi chi bộ trong cụm {thon} phải nêu được một việc sẽ làm khác đi.",
                "Tại điểm cầu {thon}, phần quán triệt nghị quyết chỉ gói trong một tiếng, thời gian còn lại để các chi bộ bàn cách làm.",
            ),
            opening="""
{hom}, tại điểm cầu nhà văn hoá {thon}, Đảng uỷ xã tổ chức quán triệt nghị quyết mới tới bí thư các chi bộ. || Hội nghị quán triệt nghị quyết ở cụm {thon} do {ld}, trực tiếp truyền đạt.
Phần trình bày kéo dài một tiếng, sau đó từng chi bộ trả lời câu hỏi: việc gì sẽ làm khác đi. || Mỗi bí thư chi bộ được phát một tờ giấy để ghi việc đầu tiên sẽ làm sau hội nghị.
""",
            pictures=("conference", "books"),
        ),
        Angle(
            titles=(
                "Đảng uỷ xã nghe báo cáo tiến độ {n1} công trình ở {thon}, {thon2}",
                "Kiểm tra thực địa công trình ở {thon}, lãnh đạo Đảng uỷ xã yêu cầu rõ hạn xong",
            ),
            sapos=(
                "{n1} công trình ở {thon}, {thon2} được báo cáo từng hạng mục, vướng ở đâu nói ở đó; giải ngân đạt {ti}.",
                "{hom}, lãnh đạo Đảng uỷ xã kiểm tra thực địa ở {thon} rồi họp ngay tại nhà văn hoá để chốt hạn hoàn thành.",
            ),
            opening="""
{hom}, {ld}, kiểm tra thực địa và nghe báo cáo tiến độ {n1} công trình ở {thon}, {thon2}. || Trước khi họp, {ld}, cùng đoàn đi xem từng hạng mục đang thi công ở {thon}.
Cuộc họp diễn ra ngay tại nhà văn hoá thôn, có đại diện đơn vị thi công và tổ giám sát cộng đồng. || Hạng mục nào chậm, đơn vị thi công giải trình tại chỗ, có người dân cùng nghe.
""",
            pictures=("road", "house", "meeting"),
        ),
    ),
    body="""
Báo cáo tại hội nghị cho thấy {n2} chỉ tiêu chủ yếu đạt và vượt tiến độ; thu ngân sách trên địa bàn đạt {pct} kế hoạch quý. || Theo báo cáo, kinh tế của xã giữ đà tăng, thu ngân sách đạt {pct} kế hoạch quý, giải ngân vốn đầu tư công đạt {ti}.
Công tác xây dựng Đảng có chuyển biến: {so_chi_bo} chi bộ duy trì sinh hoạt đúng quy định, kết nạp {n2} đảng viên mới. || Về xây dựng Đảng, các chi bộ đăng ký lịch sinh hoạt từ đầu năm, tỉ lệ đảng viên dự bình quân đạt {tl_bq}.
? Tuy vậy, tiến độ giải phóng mặt bằng ở {thon2} và {thon3} còn chậm.

## Ý kiến thảo luận || Những việc cần tập trung || Làm rõ trách nhiệm

Các đại biểu thảo luận {n1} nhóm vấn đề, nhiều nhất là giải phóng mặt bằng, thu ngân sách, phát triển đảng viên và chuyển đổi số. || Có {n2} ý kiến phát biểu, trong đó nhiều ý kiến đề nghị bổ sung nhân lực cho bộ phận một cửa và sớm bàn giao mặt bằng tuyến đường liên thôn.
? Bí thư Chi bộ {thon2} đề nghị xã hỗ trợ xi măng để nhân dân tự làm đoạn đường còn lại dài {met}.

Kết luận, {ld_ten} yêu cầu mỗi đồng chí cấp uỷ nhận một việc khó, một địa bàn khó, báo cáo tiến độ hằng tuần. || Phát biểu kết luận, {ld_ten} đề nghị các chi bộ đưa những việc trên vào sinh hoạt tháng {thang_sau}, phân công cụ thể, tránh chung chung.
Đảng uỷ giao Uỷ ban Kiểm tra giám sát việc thực hiện, báo cáo tại hội nghị kỳ sau. || Văn phòng Đảng uỷ có trách nhiệm theo dõi, tổng hợp kết quả trước ngày 25 hằng tháng.
? Việc kiểm điểm, đánh giá, xếp loại cuối năm tiếp tục thực hiện theo {qd_xeploai}.
""",
    quotes=(
        "Chỉ tiêu nào thấp phải nói rõ vì sao thấp, ai chịu trách nhiệm, bao giờ xong. Không nói “tiếp tục tăng cường” nữa.",
        "Gần cơ sở hơn thì phải nhanh hơn, đúng hơn và nghe nhiều hơn.",
    ),
    figures=(("{n2}", "chỉ tiêu đạt và vượt tiến độ"), ("{pct}", "kế hoạch thu ngân sách quý"), ("{so_ti}", "tỉ đồng vốn đầu tư công đã giải ngân")),
)  # fmt: skip


DIALOGUE = Topic(
    name="doi-thoai",
    section="tin-dang-uy",
    kicker="Đối thoại",
    tags=("đối thoại", "dân chủ ở cơ sở"),
    pictures=("conference", "meeting", "hall"),
    weight=4,
    speaker="ld",
    angles=(
        Angle(
            titles=("Lãnh đạo Đảng uỷ xã đối thoại với nhân dân {thon}", "Đối thoại ở {thon}: Đất đai, đường sá được hỏi nhiều nhất"),
            sapos=(
                "{hom}, lãnh đạo Đảng uỷ xã đối thoại trực tiếp với nhân dân {thon}; {n2} ý kiến được nêu, phần lớn được trả lời ngay.",
                "Đất đai, đường sá, nước sạch là những vấn đề được bà con {thon} nêu nhiều nhất tại buổi đối thoại với lãnh đạo xã.",
            ),
            opening="""
{hom}, tại nhà văn hoá {thon}, {ld}, chủ trì hội nghị đối thoại với nhân dân. || {n3} người dân {thon} đã dự buổi đối thoại với lãnh đạo xã do {ld}, chủ trì.
Cùng dự có {ld_khac}, lãnh đạo Uỷ ban Mặt trận Tổ quốc và các bộ phận chuyên môn. || Đại diện các bộ phận địa chính, văn hoá, kinh tế có mặt để trả lời trực tiếp.
""",
        ),
        Angle(
            titles=("Đối thoại với thanh niên {thon}: {n2} câu hỏi, không né tránh", "Thanh niên {thon} hỏi, lãnh đạo xã trả lời"),
            sapos=(
                "Việc làm, vốn vay, sân bóng, đường truyền: thanh niên {thon} gửi {n2} câu hỏi đến buổi đối thoại với lãnh đạo Đảng uỷ xã.",
                "“Ở lại quê thì làm gì?”, câu hỏi của một bạn trẻ {thon} mở đầu buổi đối thoại với lãnh đạo xã.",
            ),
            opening="""
{hom}, {ld}, đối thoại với thanh niên {thon}. || {n3} đoàn viên, thanh niên {thon} dự buổi đối thoại do {ld}, chủ trì.
Câu hỏi đầu tiên: ở lại quê thì làm gì để sống được. || Các bạn trẻ hỏi về vốn vay lập nghiệp, học nghề, sân chơi và đường truyền mạng.
""",
        ),
        Angle(
            titles=(
                "{n2} kiến nghị của nhân dân {thon} được trả lời ngay tại hội nghị",
                "Tiếp xúc, đối thoại tại {thon}: Việc gì trả lời được thì trả lời luôn",
            ),
            sapos=(
                "Việc trong thẩm quyền trả lời ngay, việc chưa rõ hẹn ngày cụ thể: buổi đối thoại tại {thon} không để câu hỏi nào rơi.",
                "{n2} kiến nghị, {n1} việc được trả lời dứt điểm tại chỗ. Người dân {thon} ghi lại từng lời hẹn.",
            ),
            opening="""
{n2} kiến nghị của người dân {thon} được nêu tại buổi đối thoại do {ld}, chủ trì. || Không đọc báo cáo dài, buổi đối thoại tại {thon} do {ld}, chủ trì dành gần như toàn bộ thời gian cho câu hỏi của người dân.
Mỗi câu trả lời được chiếu lên màn hình, kèm tên bộ phận chịu trách nhiệm và ngày xong. || Người hỏi được hỏi lại nếu thấy chưa rõ, đến khi gật đầu mới chuyển sang câu khác.
""",
        ),
        Angle(
            titles=("Sau đối thoại, {n1} việc ở {thon} đã có lời giải", "Lời hẹn ở {thon}: {n1} việc xong, {n1b} việc còn nợ"),
            sapos=(
                "Ba tháng sau buổi đối thoại, lãnh đạo xã trở lại {thon} báo cáo: {n1} việc đã xong, việc nào chưa xong cũng nói rõ lý do.",
                "Hẹn thì phải có ngày trả. Đảng uỷ xã công khai ở nhà văn hoá {thon} kết quả xử lý từng kiến nghị sau đối thoại.",
            ),
            opening="""
Ba tháng sau buổi đối thoại, {ld}, trở lại {thon} để báo cáo những việc đã hứa. || Tờ giấy dán ở nhà văn hoá {thon} liệt kê từng kiến nghị sau buổi đối thoại quý trước, kèm chữ “xong” hoặc “chưa xong”.
{n1} việc đã xong, {n1b} việc còn chậm vì chờ ý kiến của {cap_tren}. || Việc chưa xong được nói rõ vướng ở đâu, ai đang giữ hồ sơ.
""",
            pictures=("hall", "road", "meeting"),
        ),
    ),
    body="""
Chủ trì đề nghị bà con nói thẳng, nói gọn, việc gì cũng được hỏi. || Không khí cởi mở, người nói trước nhường micrô cho người nói sau.
Có {n2} ý kiến, tập trung vào cấp giấy chứng nhận quyền sử dụng đất, sửa chữa đường nội thôn, nước sinh hoạt mùa khô. || Bà con nêu {n2} kiến nghị về đất đai, điện, nước, rác thải và chế độ chính sách.
{ba} hỏi vì sao đoạn mương qua cánh đồng hỏng đã lâu mà chưa sửa. || {anh} phản ánh xe tải chở vật liệu làm hỏng mặt đường, gây bụi suốt mùa khô.

## Trả lời đến nơi, hẹn ngày cụ thể || Những câu trả lời có thời hạn

Với việc thuộc thẩm quyền xã, lãnh đạo trả lời ngay và hẹn thời gian hoàn thành. || Trong số đó, {n1} việc được trả lời dứt điểm tại chỗ, {n1b} việc giao bộ phận chuyên môn kiểm tra trong mười ngày.
Việc vượt thẩm quyền được ghi nhận, báo cáo {cap_tren} và thông báo lại cho người dân. || Những việc cần cấp trên xem xét, xã cam kết gửi văn bản ngay trong tuần và niêm yết kết quả ở nhà văn hoá.

Kết thúc, {ld_ten} giao Văn phòng Đảng uỷ lập danh mục kiến nghị, phân công người theo dõi từng việc. || Phát biểu kết luận, {ld_ten} khẳng định đối thoại không phải để làm đẹp báo cáo, mà để sửa những việc chưa tốt.
? Theo kế hoạch, mỗi quý lãnh đạo xã đối thoại ít nhất một lần tại một cụm thôn.
""",
    quotes=("Bà con hỏi khó là bà con tin. Điều đáng lo nhất là không ai muốn hỏi nữa.", "Hẹn ngày nào thì đúng ngày ấy phải có người đến."),
    figures=(("{n2}", "ý kiến của nhân dân"), ("{n1}", "việc trả lời ngay"), ("{n1b}", "việc giao kiểm tra trong 10 ngày")),
)  # fmt: skip


NEW_APPARATUS = Topic(
    name="bo-may-moi",
    section="tin-dang-uy",
    kicker="Chính quyền địa phương hai cấp",
    tags=("chính quyền hai cấp", "cải cách hành chính"),
    pictures=("hall", "digital", "network"),
    weekdays=WORKDAYS,
    since=date(2025, 8, 1),
    until=date(2026, 6, 30),
    weight=6,
    speaker="ld",
    angles=(
        Angle(
            titles=(
                "{so_thang_moi} tháng vận hành bộ máy mới: Nhìn từ {thon}",
                "Bộ máy mới sau {so_thang_moi_thuong} tháng: Người dân {thon} nói gì",
            ),
            sapos=(
                "Từ ngày 01/7/2025, {xa} mới hoạt động trên cơ sở ba xã cũ. Việc nhiều hơn, địa bàn rộng hơn, nhưng hồ sơ của người dân {thon} vẫn được giải quyết đúng hẹn.",
                "Cán bộ về gần dân hơn, thủ tục giải quyết ngay ở xã: sau sáp nhập, điều người dân {thon} thấy rõ nhất là bớt phải đi xa.",
            ),
            opening="""
Kể từ ngày 01/7/2025, khi không còn cấp huyện, {xa} tiếp nhận thêm nhiều nhiệm vụ. || {xa} hiện nay được hình thành từ ba xã Lam Khê, Yên Thạch và Mỹ Lĩnh, bắt đầu hoạt động từ ngày 01/7/2025.
Sau {so_thang_moi_thuong} tháng, người dân {thon} đã quen đường đến trụ sở mới. || Từ {thon} nhìn về, thay đổi rõ nhất là giấy tờ làm xong ngay ở xã.
""",
        ),
        Angle(
            titles=(
                "Trung tâm phục vụ hành chính công xã giải quyết {n4} hồ sơ trong tháng {thang}",
                "Bộ máy mới, cách làm mới: Ghi nhận tháng {thang} ở bộ phận một cửa",
            ),
            sapos=(
                "Trong tháng {thang}, Trung tâm phục vụ hành chính công xã tiếp nhận {n4} hồ sơ, {pct} trả đúng và trước hẹn.",
                "Tám giờ sáng, {n2} người ngồi chờ; mười giờ, phòng chờ đã vắng. Một ngày tháng {thang} ở bộ phận một cửa của xã.",
            ),
            opening="""
Trong tháng {thang}, Trung tâm phục vụ hành chính công xã tiếp nhận {n4} hồ sơ, {pct} trả đúng và trước hẹn. || Tám giờ sáng, phòng chờ của Trung tâm phục vụ hành chính công xã có {n2} người; đến mười giờ chỉ còn vài người.
Trung tâm bố trí {n1} quầy, có người hướng dẫn nộp hồ sơ trực tuyến, ghế ngồi và nước uống cho người dân. || Người cao tuổi được ưu tiên lấy số, người chưa quen máy có đoàn viên ngồi cạnh chỉ giúp.
""",
            pictures=("digital",),
        ),
        Angle(
            titles=(
                "Sau sáp nhập: Đảng viên {thon} và {thon2} sinh hoạt chung một chi bộ",
                "Ghép chi bộ ở {thon} và {thon2}: Từ bỡ ngỡ đến đồng lòng",
            ),
            sapos=(
                "Hai chi bộ nhập làm một, đảng viên {thon} và {thon2} mất mấy kỳ sinh hoạt để quen nhau, rồi cùng bàn được việc chung.",
                "Lấy nhà văn hoá nào làm nơi họp, ai giữ sổ đảng phí: những chuyện nhỏ sau khi ghép chi bộ ở {thon} và {thon2}.",
            ),
            opening="""
Sau sáp nhập, đảng viên {thon} và {thon2} sinh hoạt chung một chi bộ. || Kỳ sinh hoạt đầu tiên sau khi ghép chi bộ, đảng viên {thon} ngồi một bên, đảng viên {thon2} ngồi một bên.
Chuyện đầu tiên phải bàn là họp ở nhà văn hoá nào; chi bộ thống nhất luân phiên mỗi nơi một tháng. || Đến kỳ thứ ba thì không còn ai để ý chỗ ngồi nữa.
""",
            pictures=("meeting", "network"),
        ),
        Angle(
            titles=("Sắp xếp nhà văn hoá, tài sản công ở {thon} sau sáp nhập", "Trụ sở cũ ở cụm {thon} sẽ dùng làm gì"),
            sapos=(
                "{n1} trụ sở dôi dư sau sáp nhập được rà soát; nơi ở cụm {thon} sẽ thành chỗ sinh hoạt cộng đồng.",
                "Không để trụ sở bỏ trống: xã lấy ý kiến người dân {thon} về việc dùng ngôi nhà hai tầng sau sáp nhập.",
            ),
            opening="""
Ngôi nhà hai tầng ở cụm {thon} để trống từ ngày sáp nhập đang được lấy ý kiến về cách sử dụng. || Xã vừa rà soát xong {n1} trụ sở, nhà văn hoá dôi dư sau sáp nhập, trong đó có ngôi nhà ở cụm {thon}.
Đa số bà con muốn làm nơi đọc sách và phòng khám lưu động. || Có ba phương án: nhà văn hoá, điểm đọc sách hoặc nơi bán nông sản của hợp tác xã.
""",
            pictures=("hall",),
        ),
    ),
    body="""
Đảng bộ xã có {so_chi_bo} chi bộ trực thuộc với {so_dang_vien} đảng viên. || Ngay sau khi thành lập, Đảng uỷ xã kiện toàn {so_chi_bo} chi bộ trực thuộc, phân công cấp uỷ viên phụ trách từng cụm thôn.
{ba} đi gần mười cây số để làm thủ tục, được cán bộ hướng dẫn xong trong một buổi. || {anh} cho biết trước đây phải lên huyện, nay giấy tờ làm xong ngay tại xã.
? Để người già không phải đi xa, xã mở hai điểm tiếp nhận lưu động vào thứ Ba và thứ Năm hằng tuần.

## Khó khăn bước đầu || Vừa làm vừa điều chỉnh

Khó khăn lớn nhất là khối lượng việc tăng, một số lĩnh vực thiếu cán bộ chuyên sâu, đường truyền ở {thon3} chưa ổn định. || Địa bàn rộng, phần mềm còn lúc chậm, cán bộ phải kiêm nhiệm là những vướng mắc được nêu tại buổi giao ban.
Đảng uỷ phân công từng đồng chí thường vụ phụ trách một nhóm việc, họp rút kinh nghiệm vào chiều thứ Sáu hằng tuần. || Cách giải quyết là chia ca trực, cử đoàn viên hỗ trợ và lập nhóm trao đổi giữa bộ phận một cửa với các thôn.

{ld}, cho rằng thước đo của bộ máy mới là thời gian chờ của người dân. || Theo {ld}, việc sắp xếp tổ chức chỉ thành công khi người dân thấy thuận tiện hơn trước.
Thời gian tới, xã tiếp tục rà soát tài sản công, sắp xếp {n1} trụ sở dôi dư làm nơi sinh hoạt cộng đồng. || Xã đang rà soát trụ sở cũ để chuyển thành nhà văn hoá, phòng khám, điểm đọc sách.
""",
    quotes=("Xã rộng hơn nhưng khoảng cách đến người dân phải ngắn lại.",),
    figures=(("{n4}", "hồ sơ trong tháng"), ("{pct}", "hồ sơ trả đúng và trước hẹn"), ("{so_chi_bo}", "chi bộ trực thuộc")),
)  # fmt: skip


ELECTION = Topic(
    name="bau-cu",
    section="tin-dang-uy",
    kicker="Bầu cử",
    tags=("bầu cử", "Hội đồng nhân dân"),
    pictures=("vote", "hall", "conference"),
    since=date(2026, 1, 5),
    until=date(2026, 3, 13),
    weight=7,
    speaker="mttq",
    angles=(
        Angle(
            titles=("{thon} niêm yết danh sách cử tri", "{n4} cử tri {thon} được niêm yết danh sách"),
            sapos=(
                "Danh sách {n4} cử tri được niêm yết, rà soát nhiều lượt; {thon} sẵn sàng cho ngày bầu cử đại biểu Quốc hội khoá XVI và đại biểu Hội đồng nhân dân các cấp.",
                "Ai sai tên, sai ngày sinh được sửa ngay: {thon} niêm yết danh sách cử tri tại nhà văn hoá.",
            ),
            opening="""
Chuẩn bị cho cuộc bầu cử đại biểu Quốc hội khoá XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026-2031, {thon} niêm yết danh sách cử tri tại nhà văn hoá. || {hom}, tổ bầu cử {thon} niêm yết danh sách cử tri bầu đại biểu Quốc hội khoá XVI và đại biểu Hội đồng nhân dân các cấp.
Thôn có {n_ho} hộ với {n4} cử tri; trường hợp đi làm xa được liên hệ qua nhóm của thôn. || Danh sách được đối chiếu với cơ sở dữ liệu dân cư, ai sai tên, sai ngày sinh được sửa ngay.
""",
        ),
        Angle(
            titles=("Chuẩn bị bầu cử ở {thon}: Kỹ từ hòm phiếu đến danh sách", "Tổ bầu cử {thon} soát lại từng phần việc"),
            sapos=(
                "Hòm phiếu, phòng viết phiếu, phương án mất điện, mưa lớn: tổ bầu cử {thon} soát từng việc một.",
                "Mỗi thành viên tổ bầu cử {thon} phụ trách một ngõ, bảo đảm không sót cử tri, kể cả người đi làm xa và người cao tuổi.",
            ),
            opening="""
Tổ bầu cử {thon} có bảng việc gồm {n2} mục, mục nào xong được gạch đi. || {hom}, tổ bầu cử {thon} kiểm tra lần cuối khu vực bỏ phiếu bầu đại biểu Quốc hội khoá XVI và đại biểu Hội đồng nhân dân các cấp.
Hòm phiếu phụ được giao cho hai người, để đến tận nhà cử tri già yếu. || Lối đi cho xe lăn, ghế cho người cao tuổi, nước uống đều có người lo.
""",
        ),
        Angle(
            titles=("Tiếp xúc cử tri, vận động bầu cử tại cụm {thon} và {thon2}", "Cử tri cụm {thon} gửi gắm gì ở người ứng cử"),
            sapos=(
                "{n2} ý kiến của cử tri cụm {thon} và {thon2} được ghi nhận tại hội nghị tiếp xúc với những người ứng cử đại biểu Hội đồng nhân dân.",
                "Cử tri cụm {thon} muốn nghe người ứng cử nói cụ thể sẽ làm gì cho con đường, trường học và trạm y tế.",
            ),
            opening="""
{hom}, Uỷ ban Mặt trận Tổ quốc xã tổ chức hội nghị tiếp xúc giữa cử tri cụm {thon}, {thon2} với những người ứng cử đại biểu Hội đồng nhân dân. || Hội nghị tiếp xúc cử tri cụm {thon} và {thon2} kín chỗ từ đầu giờ.
Người ứng cử lần lượt trình bày chương trình hành động, sau đó trả lời {n2} ý kiến. || Cử tri hỏi thẳng: nếu trúng cử thì việc đầu tiên làm là gì.
""",
            pictures=("conference", "meeting"),
        ),
        Angle(
            titles=("Đưa thông tin bầu cử đến từng hộ ở {thon}", "Loa thôn, tờ rơi và những buổi tối đi từng nhà ở {thon}"),
            sapos=(
                "Loa truyền thanh hai buổi mỗi ngày, tiểu sử người ứng cử dán ở ba điểm: người dân {thon} được biết đủ trước khi bỏ phiếu.",
                "Đảng viên {chi_bo} mỗi người phụ trách {n1} hộ, đưa thông tin bầu cử đến tận bếp từng nhà.",
            ),
            opening="""
Trưởng thôn {truong_thon} cho biết loa truyền thanh {thon} phát bản tin bầu cử hai buổi mỗi ngày, bằng tiếng phổ thông và tiếng dân tộc. || Ở {thon}, tiểu sử tóm tắt của người ứng cử được dán ở ba điểm để bà con tiện xem.
Buổi tối, đảng viên và đoàn viên chia nhau đến từng nhà, giải đáp thắc mắc. || Người không biết chữ được đọc cho nghe, người đi làm xa nhận thông tin qua nhóm của thôn.
""",
        ),
    ),
    body="""
? Đoàn viên thanh niên nhận trang trí khu vực bỏ phiếu và đưa đón người cao tuổi.
Theo {mttq}, các hội nghị tiếp xúc cử tri diễn ra dân chủ, {n2} ý kiến được tiếp thu. || {mttq}, cho biết cử tri gửi gắm nhiều vào việc làm, đường giao thông và chăm sóc sức khoẻ.
Chi bộ đưa nội dung chuẩn bị bầu cử vào nghị quyết tháng {thang}, mỗi đảng viên phụ trách {n1} hộ. || {chi_bo} phân công đảng viên đi từng nhà, giải đáp thắc mắc và nhắc lịch bỏ phiếu.

Công an xã và lực lượng bảo vệ an ninh, trật tự ở cơ sở xây dựng phương án trực suốt thời gian diễn ra bầu cử. || Phương án phòng cháy, mất điện, mưa lớn cũng được chuẩn bị.
""",
    quotes=("Một lá phiếu bị sót là một người dân chưa được hỏi ý kiến. Nên danh sách phải soát đi soát lại.",),
    figures=(("{n4}", "cử tri"), ("{n2}", "ý kiến tại hội nghị tiếp xúc")),
)  # fmt: skip


TOPICS = (CONFERENCE, DIALOGUE, NEW_APPARATUS, ELECTION)
