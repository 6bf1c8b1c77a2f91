"""Topics of people in party cells: admissions, badges, cell congresses."""

from datetime import date

from .grammar import Angle, Topic

ADMISSION = Topic(
    name="ket-nap",
    section="to-chuc-xay-dung-dang",
    kicker="Phát triển đảng viên",
    tags=("phát triển đảng viên", "xây dựng Đảng"),
    pictures=("vote", "hall", "meeting"),
    weight=5,
    speaker="ban_xdd",
    angles=(
        Angle(
            titles=(
                "{chi_bo} kết nạp đảng viên mới {tre1}",
                "Đảng viên trẻ {tre1} và niềm vui ngày đứng dưới cờ Đảng",
            ),
            sapos=(
                "Trong nhà văn hoá trang nghiêm cờ Đảng, cờ Tổ quốc, {chi_bo} tổ chức lễ kết nạp đảng viên cho quần chúng ưu tú {tre1}.",
                "Sau ba năm phấn đấu, đoàn viên {tre1} ở {thon} được đứng trong hàng ngũ của Đảng.",
                "{hom}, {chi_bo} có thêm một đảng viên trẻ: {tre1}, thành viên tổ công nghệ số của thôn.",
            ),
            opening="""
{hom}, {chi_bo} long trọng tổ chức lễ kết nạp đảng viên cho quần chúng ưu tú {tre1}. || {chi_bo} vừa tổ chức lễ kết nạp đảng viên đối với đoàn viên {tre1}.
Đến dự và chúc mừng có {ld}. || Dự lễ có đại diện Đảng uỷ xã, chi uỷ, gia đình đảng viên mới và đông đảo đoàn viên thanh niên.

Là đoàn viên năng nổ, {tre1} tham gia tổ công nghệ số của thôn, cùng bạn bè giúp bà con cài đặt ứng dụng, nộp hồ sơ trực tuyến. || Trước khi được kết nạp, {tre1} có ba năm phụ trách đội văn nghệ và nhóm thiện nguyện của thôn.
Hai đảng viên chính thức được phân công giúp đỡ đã nhận xét cụ thể từng mặt: đạo đức, lối sống, năng lực, quan hệ với nhân dân nơi cư trú. || Chi bộ đã lấy ý kiến nhận xét của nhân dân và các đoàn thể, đạt tỉ lệ tán thành cao.
? Đứng dưới cờ, {tre1} đọc lời tuyên thệ và hứa giữ vững phẩm chất người đảng viên.
""",
            pictures=("vote", "hall"),
        ),
        Angle(
            titles=(
                "Thêm {n1} đảng viên mới trong đợt kết nạp tháng {thang}/{nam}",
                "Đảng bộ xã kết nạp {n2} đảng viên {tu_dau_nam}",
            ),
            sapos=(
                "{tu_dau_nam}, Đảng bộ xã đã kết nạp {n2} đảng viên, phần lớn là đoàn viên, hội viên trưởng thành từ phong trào ở cơ sở.",
                "Riêng tháng {thang}, các chi bộ trong xã kết nạp {n1} đảng viên; người trẻ nhất ở {thon} vừa tròn hai mươi tuổi.",
            ),
            opening="""
Trong tháng {thang}/{nam}, các chi bộ trực thuộc Đảng uỷ xã kết nạp {n1} đảng viên. || {tu_dau_nam}, Đảng bộ xã kết nạp {n2} đảng viên; riêng tháng {thang}/{nam} có {n1} đồng chí.
Phần lớn là đoàn viên, cán bộ thôn và giáo viên; {chi_bo} có người trẻ nhất, vừa tròn hai mươi tuổi. || Số đảng viên mới gồm giáo viên, dân quân, cán bộ hội và người làm kinh tế giỏi ở các thôn.
""",
        ),
        Angle(
            titles=("Tạo nguồn phát triển đảng viên ở {thon}", "Gỡ khó trong phát triển đảng viên ở {thon}"),
            sapos=(
                "Thanh niên đi làm xa, nguồn kết nạp mỏng dần. {chi_bo} tìm cách giữ liên lạc và giao việc cho từng người có chí hướng.",
                "Mỗi chi uỷ viên {chi_bo} phụ trách một đoàn thể, nhớ tên từng quần chúng ưu tú: nguồn kết nạp vì thế không còn bị động.",
                "Có năm không kết nạp được ai, {chi_bo} ngồi lại tìm nguyên nhân và làm lại từ khâu phát hiện nguồn.",
            ),
            opening="""
Nhiều năm liền, {chi_bo} mỗi năm chỉ kết nạp được một người, có năm không có ai. || {thon} có {n_ho} hộ, nhưng thanh niên ở nhà quanh năm chưa đầy hai chục người.
Chi uỷ ngồi lại, lập danh sách {n1} quần chúng ưu tú, phân công từng đảng viên gặp gỡ, giúp đỡ. || Thay vì chờ, chi uỷ phân công đảng viên tìm đến từng người có chí hướng, giao việc vừa sức để thử thách.
""",
            pictures=("meeting", "network"),
        ),
        Angle(
            titles=(
                "{n2} quần chúng ưu tú học lớp nhận thức về Đảng tháng {thang}/{nam}",
                "Khai giảng lớp bồi dưỡng nhận thức về Đảng: {n2} học viên từ các thôn",
            ),
            sapos=(
                "{n2} quần chúng ưu tú của các thôn, trường học, hợp tác xã dự lớp bồi dưỡng nhận thức về Đảng mở trong tháng {thang}/{nam}.",
                "Học lý luận buổi sáng, đi thực tế ở {thon} buổi chiều: lớp nhận thức về Đảng tháng {thang} có {n2} học viên.",
            ),
            opening="""
{hom}, Đảng uỷ xã khai giảng lớp bồi dưỡng nhận thức về Đảng cho {n2} quần chúng ưu tú. || Lớp bồi dưỡng nhận thức về Đảng tháng {thang}/{nam} có {n2} học viên do các chi bộ giới thiệu.
Ngoài các bài học về Điều lệ Đảng, quyền và nhiệm vụ của đảng viên, học viên có một buổi đi thực tế tại {thon}. || Cuối khoá, mỗi học viên viết thu hoạch, trả lời một câu hỏi: vào Đảng để làm gì.
""",
            pictures=("books", "conference"),
            weekdays=(0, 1, 2, 3, 4),
        ),
        Angle(
            titles=("Bồi dưỡng đoàn viên ưu tú: Cách làm từ {chi_bo}", "Giao việc để thử thách: Chuyện tạo nguồn ở {chi_bo}"),
            sapos=(
                "Phân công đảng viên giúp đỡ từng quần chúng, giao việc thật để thử thách: {chi_bo} đang làm tốt khâu tạo nguồn kết nạp.",
                "Từ phong trào đoàn ở {thon}, {n1b} đoàn viên được {chi_bo} nhận giúp đỡ, bồi dưỡng trong năm {nam}.",
            ),
            opening="""
{chi_bo} giao cho đoàn viên những việc cụ thể: vận động một gia đình phân loại rác, dạy một cụ già dùng điện thoại, trông một đoạn đường hoa. || Ở {chi_bo}, đoàn viên muốn được giới thiệu kết nạp phải qua những việc cụ thể do chi bộ giao.
Việc nhỏ nhưng làm thật, làm xong có người nhận xét. || Đoàn viên {tre1} và {tre2} mỗi người nhận một việc, sau ba tháng báo cáo trước chi bộ.
""",
        ),
    ),
    body="""
## Chăm lo nguồn kế cận || Nguồn từ đâu || Khó khăn ở khu dân cư

Theo {ban_xdd}, {tu_dau_nam} toàn Đảng bộ kết nạp {n2} đảng viên; trong đó {n1} đồng chí là người dân tộc thiểu số. || Số liệu của Ban Xây dựng Đảng cho thấy toàn Đảng bộ hiện có {so_dang_vien} đảng viên, sinh hoạt ở {so_chi_bo} chi bộ.
Khó khăn lớn nhất là thanh niên đi làm xa, ít có mặt ở địa phương để chi bộ theo dõi, bồi dưỡng. || Ở {thon2} và {thon3}, nhiều thanh niên đi làm tại các khu công nghiệp nên nguồn kết nạp hạn chế.
Để khắc phục, mỗi chi uỷ viên phụ trách một đoàn thể, lập danh sách quần chúng ưu tú và cập nhật hằng quý. || Đảng uỷ xã giao chỉ tiêu sát từng chi bộ, không chạy theo số lượng, coi trọng chất lượng ngay từ lúc tạo nguồn.

Quy trình kết nạp được thực hiện theo {qd_dieule} về thi hành Điều lệ Đảng. || Hồ sơ, thẩm tra lý lịch và quyết nghị của chi bộ được thực hiện chặt chẽ theo {qd_dieule}.
? Công tác này cũng bám sát mục tiêu xây dựng đội ngũ đảng viên nêu tại {nq_tccs}.
Sau lễ kết nạp, đảng viên mới được giao việc ngay: cùng ban quản lý thôn rà soát những hộ khó khăn. || Đảng viên mới được giao phụ trách nhóm thông tin của thôn và báo cáo kết quả tại kỳ sinh hoạt tháng {thang_sau}.
""",
    quotes=(
        "Kết nạp xong không phải là xong. Mười hai tháng dự bị, chi bộ phải giao việc thật và nhận xét thật.",
        "Nguồn không thiếu, chỉ thiếu người chịu khó đi gặp, nghe các cháu nói điều mình mong muốn.",
    ),
    figures=(("{n2}", "đảng viên kết nạp {tu_dau_nam}"), ("{n1}", "đảng viên là người dân tộc thiểu số"), ("{so_dang_vien}", "đảng viên toàn Đảng bộ")),
)  # fmt: skip


BADGES = Topic(
    name="huy-hieu",
    section="to-chuc-xay-dung-dang",
    kicker="Huy hiệu Đảng",
    tags=("Huy hiệu Đảng", "xây dựng Đảng"),
    pictures=("hall", "conference", "drum"),
    months=(1, 2, 5, 8, 9, 11),
    weight=3,
    speaker="ld",
    extra={"nam_tuoi": ("30", "40", "45", "50", "55", "60", "65")},
    angles=(
        Angle(
            titles=(
                "Trao Huy hiệu Đảng đợt {dot}/{nam} cho {n2} đảng viên",
                "Đảng uỷ xã trao Huy hiệu Đảng đợt {dot}/{nam}, {n1} đảng viên ở cụm {thon}",
            ),
            sapos=(
                "{hom}, Đảng uỷ xã tổ chức trao Huy hiệu Đảng đợt {dot} cho {n2} đảng viên, trong đó có những đồng chí tuổi cao được trao ngay tại nhà.",
                "{n2} đảng viên được trao Huy hiệu Đảng đợt {dot}; người cao tuổi nhất sinh hoạt tại {chi_bo}.",
            ),
            opening="""
{hom}, Đảng uỷ xã tổ chức lễ trao Huy hiệu Đảng đợt {dot} cho {n2} đảng viên. || Nhân đợt {dot}, Đảng uỷ xã trao Huy hiệu Đảng cho {n2} đảng viên thuộc các chi bộ.
{ld}, dự, trao Huy hiệu và tặng hoa chúc mừng. || Thay mặt Ban Thường vụ, {ld}, gắn Huy hiệu cho từng đảng viên.
""",
        ),
        Angle(
            titles=("Trao Huy hiệu Đảng tại nhà cho đảng viên cao tuổi ở {thon}", "Lễ trao Huy hiệu bên giường bệnh ở {thon}"),
            sapos=(
                "Sức khoẻ yếu, không đến được hội trường, đảng viên cao tuổi ở {thon} được Đảng uỷ xã trao Huy hiệu {nam_tuoi} năm tuổi Đảng ngay tại nhà.",
                "Buổi lễ chỉ có gia đình, chi uỷ và mấy cháu nhỏ, nhưng với người đảng viên {thon}, đó là ngày đáng nhớ nhất trong năm.",
            ),
            opening="""
Lễ trao Huy hiệu {nam_tuoi} năm tuổi Đảng ở {thon} diễn ra trong căn nhà nhỏ, có chi uỷ, con cháu và các cháu thiếu nhi. || {hom}, đoàn của Đảng uỷ xã do {ld}, dẫn đầu đến tận nhà trao Huy hiệu {nam_tuoi} năm tuổi Đảng cho đảng viên cao tuổi ở {thon}.
Người nhận mặc bộ quần áo cất kỹ từ lâu, hai bàn tay run run đỡ tấm Huy hiệu. || Sức khoẻ yếu không đến được hội trường, nhưng người nhận vẫn ngồi dậy, xin được đứng nghe đọc quyết định.
""",
            pictures=("gifts", "lotus"),
        ),
        Angle(
            titles=("Đảng viên {thon} nhận Huy hiệu {nam_tuoi} năm tuổi Đảng", "Nửa đời theo Đảng của người đảng viên {thon}"),
            sapos=(
                "Tấm Huy hiệu {nam_tuoi} năm tuổi Đảng là sự ghi nhận của tổ chức với người đảng viên {thon} đã gắn bó cả đời với quê hương.",
                "{nam_tuoi} năm tuổi Đảng, người đảng viên ở {thon} vẫn giữ cuốn sổ tay ghi từng kỳ sinh hoạt.",
            ),
            opening="""
Trong số những người nhận Huy hiệu đợt {dot}, người được nhắc đến nhiều là một đảng viên ở {thon} có {nam_tuoi} năm tuổi Đảng. || Nhận Huy hiệu {nam_tuoi} năm tuổi Đảng đợt {dot}, người đảng viên {thon} chỉ nói một câu: mình còn làm được thì làm.
Bà con biết đến nhiều nhất là những năm ông làm tổ trưởng thuỷ lợi, đêm nào cũng đi dọc con mương. || Mấy chục năm, ông làm qua nhiều việc của thôn, việc nào cũng có sổ ghi rõ ràng.
""",
            pictures=("drum", "lotus", "books"),
        ),
    ),
    body="""
Trong đợt này có {n1} đảng viên nhận Huy hiệu {nam_tuoi} năm tuổi Đảng. || Đồng chí cao tuổi nhất năm nay đã ngoài tám mươi, sinh hoạt tại {chi_bo}.
Với những đồng chí sức khoẻ yếu, đoàn đến tận nhà trao, có chi uỷ và các cháu thiếu nhi trong thôn cùng dự. || Chi bộ bố trí người đưa đón, chuẩn bị chỗ ngồi riêng cho các đồng chí tuổi cao.

Xúc động trước tình cảm của tổ chức, {anh_ten} kể lại những năm tháng cùng bà con khai hoang, đắp đập, mở con đường đầu tiên vào thôn. || {anh_ten} kể, ngày vào Đảng chỉ có bảy người dự, ánh đèn dầu soi lá cờ treo trên vách nứa.
Nay tuổi cao, ông vẫn đọc báo mỗi sáng, góp ý cho chi bộ và nhắc con cháu giữ nếp nhà. || Dù tuổi cao, ông vẫn giữ nếp đến dự sinh hoạt khi khoẻ, ghi chép cẩn thận vào cuốn sổ tay bìa nâu.

Phát biểu chúc mừng, {ld_ten} mong các đảng viên lão thành tiếp tục là chỗ dựa tinh thần, truyền lại kinh nghiệm cho lớp trẻ. || Lãnh đạo Đảng uỷ đề nghị các chi bộ quan tâm thăm hỏi, kịp thời thông tin thời sự tới đảng viên được miễn sinh hoạt.
? Các chi bộ cũng được yêu cầu rà soát hồ sơ tuổi Đảng để không sót trường hợp đủ điều kiện trong đợt tới.
""",
    quotes=("Các bác là kho chuyện quý của Đảng bộ. Lớp trẻ chúng tôi còn phải học nhiều ở cách các bác giữ lời hứa với dân.",),
    figures=(("{n2}", "đảng viên được trao đợt này"), ("{n1}", "đảng viên nhận Huy hiệu {nam_tuoi} năm tuổi Đảng")),
)  # fmt: skip


CELL_CONGRESS = Topic(
    name="dai-hoi-chi-bo",
    section="to-chuc-xay-dung-dang",
    kicker="Đại hội chi bộ",
    tags=("đại hội", "xây dựng Đảng"),
    pictures=("vote", "conference"),
    since=date(2024, 12, 20),
    until=date(2025, 4, 20),
    weight=8,
    speaker="bi_thu",
    angles=(
        Angle(
            titles=("{chi_bo} tổ chức đại hội nhiệm kỳ 2025-2027", "{n_cm} đảng viên dự đại hội {chi_bo}"),
            sapos=(
                "{hom}, {chi_bo} tổ chức đại hội nhiệm kỳ 2025-2027 với sự tham dự của {n_cm} đảng viên.",
                "Đại hội {chi_bo} bầu cấp uỷ mới gồm {n1b} đồng chí và thông qua nghị quyết nhiệm kỳ 2025-2027.",
            ),
            opening="""
{hom}, {chi_bo} tổ chức đại hội nhiệm kỳ 2025-2027. || {chi_bo} đã tổ chức thành công đại hội nhiệm kỳ 2025-2027.
Dự đại hội có {n_cm}/{n_du} đảng viên và {ld}. || Có {n_cm} đảng viên được triệu tập dự, đạt {tl_cm}.
""",
        ),
        Angle(
            titles=("Đại hội {chi_bo}: Dân chủ, kỹ lưỡng trong từng phần việc", "Không khí đại hội ở {chi_bo}"),
            sapos=(
                "Báo cáo được gửi đến từng đảng viên, niêm yết tóm tắt để dân góp ý: {chi_bo} chuẩn bị đại hội kỹ từ những việc nhỏ.",
                "{n2} ý kiến của đảng viên và nhân dân được tiếp thu trước ngày đại hội {chi_bo}.",
            ),
            opening="""
Từ sáng sớm, nhà văn hoá {thon} đã đỏ cờ hoa; đảng viên {chi_bo} đến dự đại hội sớm hơn giờ mời gần nửa tiếng. || Đại hội {chi_bo} diễn ra trong một buổi nhưng việc chuẩn bị bắt đầu từ hai tháng trước.
Văn kiện đã được đọc trước nên phần thảo luận chiếm quá nửa thời gian. || Phần thảo luận kéo dài hơn dự kiến vì ai cũng muốn nói.
""",
        ),
        Angle(
            titles=("{chi_bo} đặt {n1} mục tiêu cho nhiệm kỳ 2025-2027", "Nghị quyết đại hội {chi_bo}: {n1} mục tiêu đo đếm được"),
            sapos=(
                "Đại hội {chi_bo} đánh giá thẳng thắn nhiệm kỳ qua và thông qua nghị quyết với {n1} mục tiêu có thể đo đếm được.",
                "Không có chữ “phấn đấu” chung chung: {n1} mục tiêu nhiệm kỳ mới của {chi_bo} đều kèm con số và năm hoàn thành.",
            ),
            opening="""
Nghị quyết đại hội {chi_bo} nhiệm kỳ 2025-2027 có {n1} mục tiêu, mục tiêu nào cũng có con số. || {hom}, đại hội {chi_bo} biểu quyết thông qua {n1} mục tiêu nhiệm kỳ 2025-2027.
Có mục tiêu phải sửa ba lần mới được đại hội tán thành. || Mỗi mục tiêu ghi rõ năm hoàn thành và đồng chí chi uỷ viên phụ trách.
""",
        ),
    ),
    body="""
Báo cáo chính trị được thảo luận trước ở các tổ đảng, tiếp thu {n2} ý kiến của đảng viên và nhân dân. || Dự thảo báo cáo được gửi đến từng đảng viên trước {n1} ngày, niêm yết tóm tắt ở nhà văn hoá để nhân dân góp ý.
Nhiệm kỳ qua, chi bộ lãnh đạo thôn bê tông hoá {km} đường, giảm hộ nghèo còn {n_hn} hộ và kết nạp {n1b} đảng viên. || Kết quả nổi bật là {n_ho_dy}/{n_ho} hộ đạt danh hiệu gia đình văn hoá, tuyến đường trục thôn dài {km} được chiếu sáng.
Bên cạnh đó, đại hội chỉ ra hạn chế: sinh hoạt chuyên đề có quý còn hình thức, nguồn kết nạp đảng viên mỏng.

Đại hội bầu chi uỷ gồm {n1b} đồng chí; đồng chí {bi_thu} tiếp tục được tín nhiệm bầu giữ chức Bí thư Chi bộ. || Với số phiếu tập trung cao, đại hội bầu chi uỷ mới và bầu đồng chí {bi_thu} làm Bí thư Chi bộ.
Nghị quyết đại hội xác định {n1} mục tiêu, mỗi mục tiêu có thời hạn và người phụ trách. || Chi bộ thống nhất mỗi năm xoá ít nhất {n1b} hộ nghèo, kết nạp ít nhất một đảng viên, giữ vững danh hiệu chi bộ hoàn thành tốt nhiệm vụ.
Phát biểu tại đại hội, {ld_ten} đề nghị chi bộ đưa nghị quyết vào chương trình sinh hoạt từng tháng, tránh để dồn về cuối nhiệm kỳ. || Lãnh đạo Đảng uỷ lưu ý chi bộ cụ thể hoá nghị quyết bằng kế hoạch năm, phân công rõ để kiểm tra được.
""",
    quotes=("Nghị quyết của chi bộ phải để người dân trong thôn đọc cũng hiểu và thấy phần việc của mình ở đó.",),
    figures=(("{n_cm}/{n_du}", "đảng viên dự đại hội"), ("{n2}", "ý kiến góp vào báo cáo"), ("{n1}", "mục tiêu nhiệm kỳ")),
)  # fmt: skip


TOPICS = (ADMISSION, BADGES, CELL_CONGRESS)
