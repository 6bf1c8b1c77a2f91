"""Topics of unions, defence and order."""

from .grammar import Angle, Topic

UNIONS = Topic(
    name="doan-the",
    section="mat-tran-doan-the",
    kicker="Mặt trận, đoàn thể",
    tags=("đoàn thể", "thanh niên", "phụ nữ"),
    pictures=("planting", "market", "meeting", "house"),
    weight=5,
    speaker="thanh_nien",
    angles=(
        Angle(
            titles=("Tuổi trẻ {thon} với {n1} công trình thanh niên", "Chiến dịch thanh niên tình nguyện về {thon}"),
            sapos=(
                "{n3} đoàn viên tham gia {n1} phần việc tại {thon}, từ sửa đường, lắp đèn đến dạy tin học cho người lớn tuổi.",
                "Không băng rôn, không diễn văn: tuổi trẻ {thon} chọn {n1} công trình nhỏ, làm xong mới báo cáo.",
                "{hom}, {n3} đoàn viên, thanh niên có mặt ở {thon} từ sáng sớm, sửa xong {met} đường trước giờ cơm trưa.",
            ),
            opening="""
{hom}, {n3} đoàn viên, thanh niên có mặt tại {thon} cùng bà con thực hiện {n1} phần việc. || Đoàn viên {thon} đăng ký {n1} công trình thanh niên trong năm {nam}, đến nay đã xong {n1b}.
Họ sửa {met} đường, lắp {n2} bóng đèn và mở lớp tin học cho người lớn tuổi. || Việc nào cũng do các bạn tự khảo sát, tự góp tiền mua vật liệu.
""",
            pictures=("planting", "road", "lamp"),
        ),
        Angle(
            titles=("Hội Phụ nữ {thon} và mô hình “nhà sạch, vườn xanh”", "“Nhà sạch, vườn xanh” của chị em {thon}"),
            sapos=(
                "{n3} gia đình hội viên ở {thon} tham gia mô hình “nhà sạch, vườn xanh”; vườn rau trước nhà vừa đẹp vừa đủ ăn.",
                "Chị em {thon} đến nhà nhau mỗi tháng một lần, không chấm điểm, chỉ mách nhau cách làm.",
                "Bắt đầu từ gian bếp và luống rau, mô hình “nhà sạch, vườn xanh” ở {thon} lan sang cả những nhà ngại thay đổi.",
            ),
            opening="""
{n3} gia đình hội viên phụ nữ {thon} tham gia mô hình “nhà sạch, vườn xanh”. || Mỗi tháng một lần, hội viên phụ nữ {thon} rủ nhau đi xem vườn, xem bếp của từng nhà.
Chị em không chấm điểm, chỉ mách nhau cách làm: chỗ này trồng rau thơm, chỗ kia đặt giàn mướp. || Nhà nào bận thì cả tổ đến làm giúp một buổi.
""",
            pictures=("house", "road"),
        ),
        Angle(
            titles=("Cựu chiến binh {thon} gương mẫu hiến đất, giữ bình yên", "Chất lính của hội viên cựu chiến binh {thon}"),
            sapos=(
                "Hội viên cựu chiến binh {thon} hiến {dat} đất làm đường, nhận trông coi đường điện, tuần tra ban đêm.",
                "Việc khó thì nhận, việc dài thì kiên trì: cựu chiến binh {thon} giữ chất lính trong đời thường.",
            ),
            opening="""
Trong {dat} đất hiến làm đường ở {thon}, quá nửa là của hội viên cựu chiến binh. || Tối nào cũng có hai hội viên cựu chiến binh đi một vòng {thon}, xem cầu dao điện, cửa nhà văn hoá.
Các bác bảo, việc gì làm được cho thôn thì làm, không phải bàn nhiều. || Người trẻ gọi các bác là “tổ gác không cần phân công”.
""",
            pictures=("road", "lamp", "house"),
        ),
        Angle(
            titles=("Nông dân {thon} thi đua sản xuất giỏi", "{n3} hộ {thon} đạt danh hiệu sản xuất, kinh doanh giỏi"),
            sapos=(
                "{n3} hộ ở {thon} đạt danh hiệu sản xuất, kinh doanh giỏi các cấp; nhiều hộ giúp hàng xóm vốn, giống, không lấy lãi.",
                "Giỏi một mình chưa đủ: nông dân {thon} thi đua kèm theo một điều kiện, mỗi hộ giỏi giúp một hộ khó.",
            ),
            opening="""
{n3} hộ nông dân {thon} vừa được công nhận danh hiệu sản xuất, kinh doanh giỏi các cấp. || {anh} là một trong {n3} hộ sản xuất, kinh doanh giỏi, người bày cách trồng {nong_san} cho cả xóm ở {thon}.
Phong trào ở đây có một điều kiện riêng: mỗi hộ giỏi phải giúp một hộ khó. || Tiêu chí bình xét không chỉ là thu nhập mà còn là đã giúp được ai.
""",
            pictures=("market", "harvest"),
        ),
        Angle(
            titles=("Hội viên phụ nữ {thon} giúp nhau phát triển kinh tế", "Tổ tiết kiệm của chị em {thon} có {trieu_it}"),
            sapos=(
                "Mỗi tháng góp một ít, chị em {thon} có quỹ {trieu_it}, lần lượt cho {n1} hội viên khó khăn vay làm vốn.",
                "Vay ít, trả dần, cả tổ cùng nhắc: quỹ tiết kiệm của hội viên phụ nữ {thon} chưa mất đồng nào.",
            ),
            opening="""
Tổ tiết kiệm của hội viên phụ nữ {thon} có {trieu_it}, góp dần từ những khoản rất nhỏ. || {n1} hội viên phụ nữ khó khăn ở {thon} được vay vốn từ quỹ tiết kiệm của tổ.
Ai được vay do cả tổ bàn, người cần nhất được vay trước. || Chị em đến tận nhà xem chuồng gà, luống rau, ai yếu khâu nào thì chỉ khâu ấy.
""",
            pictures=("market", "meeting"),
        ),
        Angle(
            titles=("Mặt trận {thon} đưa tiếng nói người dân đến đúng nơi", "Ban công tác mặt trận {thon}: Bớt họp, thêm việc"),
            sapos=(
                "{n2} kiến nghị của người dân được Ban công tác mặt trận {thon} ghi lại, gửi đúng nơi và theo đến khi có trả lời.",
                "Bằng những phần việc cụ thể, Mặt trận và các đoàn thể ở {thon} góp sức cùng cấp uỷ chăm lo đời sống nhân dân.",
            ),
            opening="""
Ban công tác mặt trận {thon} có cuốn sổ ghi {n2} kiến nghị của người dân, kiến nghị nào xong được gạch bằng bút đỏ. || Mặt trận và các đoàn thể ở {thon} thống nhất bớt một nửa số cuộc họp, dồn thời gian xuống từng ngõ.
Việc gì trong thôn giải quyết được thì họp dân bàn ngay, việc vượt tầm thì gửi lên xã và hỏi lại hằng tuần. || Mỗi tổ chức nhận một phần việc rõ ràng, cuối tháng ngồi lại đối chiếu.
""",
            pictures=("meeting", "network"),
        ),
    ),
    body="""
{thanh_nien}, cho biết mỗi chi đoàn đăng ký ít nhất một công trình, nghiệm thu vào cuối năm. || {phu_nu}, cho biết {pct} hội viên tham gia các mô hình, giúp {n1} chị có vốn làm ăn.
{ccb}, cho biết hội viên luôn giữ phẩm chất Bộ đội Cụ Hồ, gương mẫu nhận việc khó. || Theo {nong_dan}, phong trào sản xuất giỏi ở các thôn ngày càng đi vào thực chất.
? Nhiều hội viên tự nguyện góp {trieu_it} giúp bạn không lấy lãi.

Từ phong trào, {n1b} đoàn viên ưu tú được giới thiệu để chi bộ xem xét, bồi dưỡng kết nạp Đảng. || Chi bộ coi phong trào của đoàn thể là nơi phát hiện, bồi dưỡng nguồn kết nạp đảng viên.
Hằng quý, chi uỷ nghe các đoàn thể phản ánh và trả lời kiến nghị. || Chi bộ dự sinh hoạt với từng chi hội để nắm tâm tư và gỡ khó.
Thời gian tới, các đoàn thể tập trung vào chuyển đổi số, giữ vệ sinh môi trường và giúp hộ nghèo. || Mặt trận và các đoàn thể xã thống nhất giảm họp hành, dồn sức về thôn.
""",
    quotes=("Ít khẩu hiệu thôi, mỗi tháng một việc bà con cần là được.",),
    figures=(("{n3}", "đoàn viên, hội viên tham gia"), ("{n1}", "công trình, phần việc"), ("{pct}", "hội viên tham gia mô hình")),
)  # fmt: skip


DEFENCE = Topic(
    name="quoc-phong",
    section="quoc-phong-an-ninh",
    kicker="Quốc phòng",
    tags=("quốc phòng", "dân quân"),
    pictures=("drum", "hills", "hall", "conference"),
    weight=4,
    speaker="quan_su",
    angles=(
        Angle(
            titles=("Dân quân cụm {thon}, {thon2} hoàn thành huấn luyện năm {nam}", "Huấn luyện dân quân cụm {thon}: {pct} đạt khá, giỏi"),
            sapos=(
                "{n3} cán bộ, chiến sĩ dân quân cụm {thon}, {thon2} hoàn thành nội dung huấn luyện năm {nam}, {pct} đạt khá, giỏi.",
                "Nắng thao trường, chiều về giúp dân gặt lúa: dân quân cụm {thon} khép lại đợt huấn luyện năm {nam}.",
            ),
            opening="""
{hom}, Ban Chỉ huy Quân sự xã kiểm tra kết quả huấn luyện đối với {n3} dân quân cụm {thon}, {thon2}. || {n3} dân quân cụm {thon}, {thon2} vừa hoàn thành đợt huấn luyện năm {nam}.
Nội dung gồm điều lệnh, kỹ thuật, kỹ năng tìm kiếm cứu nạn và phòng cháy rừng. || Ngoài nội dung quân sự, dân quân còn được tập cứu đuối nước, sơ cứu, dựng lều bạt.
Kết quả {pct} đạt khá, giỏi, an toàn tuyệt đối.
""",
            months=(3, 4, 5, 6, 7, 8, 9, 10),
        ),
        Angle(
            titles=("Tuổi trẻ {thon} với nghĩa vụ bảo vệ Tổ quốc", "Những lá đơn tình nguyện ở {thon}"),
            sapos=(
                "Trước ngày khám tuyển, {n1} thanh niên {thon} viết đơn tình nguyện nhập ngũ.",
                "Cấp uỷ, chính quyền và gia đình gặp mặt, động viên thanh niên {thon} chuẩn bị lên đường.",
            ),
            opening="""
{n1} thanh niên {thon} viết đơn tình nguyện nhập ngũ, có hai anh em cùng một nhà. || {hom}, {chi_bo} gặp mặt {n1} thanh niên {thon} trong diện gọi nhập ngũ.
Mỗi người được nghe cha anh kể chuyện bộ đội và hỏi lại những điều còn băn khoăn. || Gia đình nào khó khăn, chi bộ cử người giúp việc nhà để con em yên tâm.
""",
            months=(1, 2, 10, 11, 12),
        ),
        Angle(
            titles=("Diễn tập ứng phó mưa lũ, tìm kiếm cứu nạn ở {thon}", "{thon} tập sơ tán {n3} hộ trước mùa mưa lũ"),
            sapos=(
                "Còi hú, {n3} hộ vùng thấp ở {thon} tập sơ tán trong chưa đầy một giờ: buổi diễn tập sát với tình huống thật.",
                "{hom}, lực lượng dân quân, công an, y tế diễn tập ứng phó mưa lũ, tìm kiếm cứu nạn tại {thon}.",
            ),
            opening="""
{hom}, các lực lượng của xã diễn tập ứng phó mưa lũ, tìm kiếm cứu nạn ở {thon}. || Tiếng còi báo động vang lên, {n3} hộ vùng thấp của {thon} bắt đầu sơ tán theo phương án.
Tình huống giả định là mưa lớn gây sạt lở, chia cắt một xóm. || Người già, trẻ em được đưa đi trước, trâu bò có đường riêng, đồ đạc chỉ mang thứ cần nhất.
""",
            months=(4, 5, 6, 7, 8),
            pictures=("river", "hills"),
        ),
        Angle(
            titles=("Dân quân giúp bà con {thon} khắc phục hậu quả mưa lốc", "Trong một buổi sáng, {n1} mái nhà ở {thon} được lợp lại"),
            sapos=(
                "Cơn lốc đi qua, {n2} dân quân có mặt ở {thon}, lợp lại {n1} mái nhà trước khi trời mưa tiếp.",
                "Mái nhà bay trong đêm, sáng ra đã có dân quân mang bạt đến: chuyện ở {thon} sau trận mưa lốc.",
            ),
            opening="""
Trận mưa lốc làm tốc mái {n1} ngôi nhà ở {thon}. || Mưa lốc vừa ngớt, {n2} dân quân đã có mặt ở {thon}.
Chỉ trong một buổi sáng, các mái nhà được lợp lại, {met} đường được dọn sạch cây đổ. || Người lợp mái, người dọn cây đổ trên {met} đường, người nấu cơm cho các hộ bị thiệt hại.
""",
            months=(3, 4, 5, 6, 7, 8, 9),
            pictures=("house",),
        ),
        Angle(
            titles=("Chi bộ Quân sự xã: Vững từ sinh hoạt tháng {thang} đến nhiệm vụ ở {thon}", "Chi bộ Quân sự xã bám cơ sở ở {thon}"),
            sapos=(
                "Sinh hoạt nền nếp, phân công rõ: Chi bộ Quân sự xã đưa nghị quyết tháng {thang} vào từng buổi trực, từng chuyến xuống {thon}.",
                "Đảng viên Chi bộ Quân sự xã mỗi người phụ trách một cụm thôn; ở {thon}, họ là người quen của mọi nhà.",
            ),
            opening="""
Chi bộ Quân sự xã duy trì sinh hoạt đều, gắn nghị quyết với nhiệm vụ từng tháng theo {hd_shcb}. || Trong nghị quyết tháng {thang} của Chi bộ Quân sự xã, mỗi đảng viên nhận một việc và một địa bàn.
Ở {thon}, đảng viên của chi bộ cùng ban quản lý thôn rà lại phương án phòng cháy rừng, phòng lụt. || Địa bàn {thon} được giao cho hai đồng chí, tháng nào cũng xuống ít nhất bốn ngày.
""",
            pictures=("meeting", "hall"),
        ),
        Angle(
            titles=("Quân nhân xuất ngũ ở {thon} trở thành nòng cốt của thôn", "Từ quân ngũ trở về {thon}"),
            sapos=(
                "{n1} quân nhân xuất ngũ ở {thon} được giới thiệu việc làm, tham gia dân quân, tổ bảo vệ an ninh, trật tự.",
                "Mang nền nếp người lính về làng, quân nhân xuất ngũ ở {thon} thành chỗ dựa của nhiều việc chung.",
            ),
            opening="""
{n1} quân nhân xuất ngũ ở {thon} đều có việc làm, nhiều người tham gia dân quân, tổ bảo vệ an ninh, trật tự. || {tre1}, quân nhân xuất ngũ ở {thon}, nay là tiểu đội trưởng dân quân, vừa làm vừa mở xưởng cơ khí nhỏ.
Xã giới thiệu học nghề, vay vốn và tạo nguồn cán bộ thôn. || Bà con quý ở cái nếp dậy sớm, làm đâu gọn đấy.
""",
            pictures=("house", "hills", "road"),
        ),
    ),
    body="""
{ba} nói có các cháu dân quân trong thôn, cả nhà yên tâm hẳn. || {anh} kể lần nào mưa gió cũng thấy dân quân đến hỏi trước tiên.
Theo {quan_su}, địa phương gọi công dân nhập ngũ đúng luật, dân chủ, công khai. || {quan_su}, cho biết tỉ lệ đảng viên trong lực lượng dân quân ngày càng tăng.
Mỗi thanh niên lên đường đều được cấp uỷ, chính quyền và gia đình gặp mặt, động viên. || Với quân nhân xuất ngũ, xã giới thiệu việc làm và tạo nguồn cán bộ thôn.

Dưới sự lãnh đạo của Đảng uỷ, nhiệm vụ quân sự, quốc phòng năm {nam} của {xa} đạt nhiều kết quả. || Công tác quốc phòng, quân sự địa phương của {xa} tiếp tục được giữ vững, gắn với giúp dân phòng, chống thiên tai.
Chi bộ Quân sự xã giữ nền nếp sinh hoạt, thực hiện tự phê bình và phê bình nghiêm túc. || Trong sinh hoạt, Chi bộ Quân sự xã thường xuyên quán triệt nhiệm vụ sẵn sàng chiến đấu và giúp dân.
""",
    quotes=("Bình thường là người của thôn, có việc là người của dân. Anh em luôn sẵn sàng.",),
    figures=(("{n3}", "dân quân trong lực lượng của cụm"), ("{n2}", "lượt giúp dân {tu_dau_nam}")),
)  # fmt: skip


ORDER = Topic(
    name="an-ninh",
    section="quoc-phong-an-ninh",
    kicker="An ninh, trật tự",
    tags=("an ninh trật tự", "phòng cháy"),
    pictures=("lamp", "network", "hall"),
    weight=4,
    speaker="cong_an",
    angles=(
        Angle(
            titles=("Tổ bảo vệ an ninh, trật tự {thon} giữ bình yên xóm làng", "Theo chân tổ tuần tra đêm ở {thon}"),
            sapos=(
                "Tổ bảo vệ an ninh, trật tự {thon} có {n1} người, chia hai ca tuần tra; nhiều tháng liền thôn không có vụ trộm cắp nào.",
                "Mười giờ đêm, ánh đèn pin quét dọc ngõ {thon}: tổ tuần tra bắt đầu ca thứ hai.",
            ),
            opening="""
Mỗi tối, tổ bảo vệ an ninh, trật tự {thon} lại chia hai ca tuần tra quanh xóm. || Mười giờ đêm, {n1} thành viên tổ bảo vệ an ninh, trật tự {thon} bắt đầu ca tuần tra thứ hai.
Tổ có {n1} người, phần lớn là cựu chiến binh và đảng viên. || Họ nhớ từng ngõ, từng nhà hay quên khoá cổng.
""",
            pictures=("lamp",),
        ),
        Angle(
            titles=("“Tiếng kẻng an ninh” ở {thon}", "Đúng 21 giờ, tiếng kẻng vang ở {thon}"),
            sapos=(
                "Đúng 21 giờ, tiếng kẻng ở {thon} vang lên nhắc mọi nhà khoá cửa, tắt bếp, gọi con cháu về.",
                "Chiếc kẻng làm từ vành xe cũ giúp {thon} giữ nếp giờ giấc và bình yên suốt nhiều năm.",
            ),
            opening="""
Đúng 21 giờ, tiếng kẻng ở {thon} vang lên nhắc mọi nhà khoá cửa, tắt bếp, gọi con cháu về. || Chiếc kẻng ở {thon} làm từ vành xe cũ, treo dưới gốc cây trước nhà văn hoá.
Ba hồi liên tiếp là báo có việc, cả thôn cùng chạy ra. || Người đánh kẻng là bác bảo vệ nhà văn hoá, mấy năm nay chưa quên tối nào.
""",
            pictures=("lamp", "hall"),
        ),
        Angle(
            titles=("Phong trào Toàn dân bảo vệ an ninh Tổ quốc ở {thon}", "{thon} nhiều năm liền an toàn về an ninh, trật tự"),
            sapos=(
                "{n_ho} hộ ký cam kết, mỗi đảng viên nhắc nhở {n1} hộ: phong trào Toàn dân bảo vệ an ninh Tổ quốc ở {thon} đi vào từng nhà.",
                "{hom}, {thon} tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc; {n2} tập thể, cá nhân được biểu dương.",
            ),
            opening="""
{thon} có {n_ho} hộ, nhiều năm liền giữ vững danh hiệu khu dân cư an toàn về an ninh, trật tự. || {hom}, {thon} tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc.
Các hộ ký cam kết không vi phạm, không che giấu vi phạm. || Mâu thuẫn nhỏ được gỡ từ trong xóm, tin báo được trả lời trong ngày.
""",
        ),
        Angle(
            titles=("Phòng cháy từ mỗi nhà: Tập huấn cho {n4} người dân {thon}", "Người dân {thon} tập dùng bình chữa cháy"),
            sapos=(
                "{hom}, Công an xã tập huấn phòng cháy, chữa cháy và cứu nạn cho {n4} người dân {thon}.",
                "Lần đầu cầm bình chữa cháy, nhiều người {thon} còn run. Sau buổi tập huấn, nhà nào cũng biết mở lối thoát nạn thứ hai.",
            ),
            opening="""
{hom}, Công an xã tập huấn phòng cháy, chữa cháy và cứu nạn cho {n4} người dân {thon}. || Tại buổi tập huấn ở {thon}, từng người được tự tay dùng bình chữa cháy, tập thoát nạn khi có khói.
Công an xã hướng dẫn bà con mở lối thoát nạn thứ hai và kiểm tra đường điện. || Sau buổi tập, tổ công tác đến từng nhà xem ổ cắm, bếp ga, bình nóng lạnh.
""",
            pictures=("hall", "house"),
        ),
        Angle(
            titles=("Camera an ninh do dân góp vốn ở {thon}", "{n2} mắt camera ở {thon}"),
            sapos=(
                "Từ khi có {n2} mắt camera và tổ tuần tra ban đêm, {thon} nhiều tháng liền không có vụ trộm cắp nào.",
                "{trieu_it} do dân góp, {n2} mắt camera ở ngã ba, cổng trường: {thon} thêm mắt mà không bớt tình.",
            ),
            opening="""
Từ nguồn xã hội hoá {trieu_it}, {thon} lắp {n2} mắt camera ở các ngã ba, cổng trường. || {n2} mắt camera ở {thon} được lắp bằng tiền dân góp, ai góp bao nhiêu dán công khai ở nhà văn hoá.
Quy ước của thôn nêu rõ ai được xem lại hình ảnh và khi nào. || Hình ảnh chỉ công an xã và tổ trưởng tổ bảo vệ được xem lại khi có việc.
""",
            pictures=("network", "lamp"),
        ),
        Angle(
            titles=("Tổ hoà giải {thon} hoà giải thành {n2} vụ việc", "Chuyện của những người đi hoà giải ở {thon}"),
            sapos=(
                "{tu_dau_nam}, tổ hoà giải {thon} hoà giải thành {n2} vụ việc, chủ yếu là tranh chấp ranh giới đất và chuyện gia đình.",
                "Nghe nhiều, nói ít, không vội kết luận: {n1} thành viên tổ hoà giải {thon} giữ được tình làng nghĩa xóm.",
            ),
            opening="""
{tu_dau_nam}, tổ hoà giải {thon} hoà giải thành {n2} vụ việc, chủ yếu là tranh chấp ranh giới đất. || Tổ hoà giải {thon} có {n1} người, người nhiều tuổi nhất làm việc này đã hơn hai mươi năm.
Mâu thuẫn nhỏ trong xóm được tổ gặp gỡ từng bên, chọn lúc nguôi giận mới nói. || Có vụ mất cả tháng, đến lúc hai bên chịu ngồi uống chung chén nước.
""",
            pictures=("house", "meeting"),
        ),
    ),
    body="""
{cong_an}, cho biết {tu_dau_nam}, số vụ việc về trật tự xã hội trên địa bàn giảm rõ rệt. || Theo {cong_an}, nhờ tin báo của nhân dân, {n1} vụ việc được giải quyết ngay từ đầu.
? {ba} bảo giờ đi đâu xa vài hôm cũng yên tâm, đã có hàng xóm trông giúp.

Bà con cũng được cảnh báo về các cuộc gọi giả danh công an, ngân hàng. || Nội dung phòng, chống lừa đảo qua mạng, pháo nổ, ma tuý được lồng ghép trong sinh hoạt thôn.
{chi_bo} đưa giữ gìn an ninh, trật tự vào tiêu chí đánh giá đảng viên hằng năm. || Mỗi đảng viên trong chi bộ ký cam kết gia đình không vi phạm, phụ trách nhắc nhở {n1} hộ.
""",
    quotes=("Camera không thay được con người. Cái giữ bình yên là hàng xóm để ý đến nhau.",),
    figures=(("{n2}", "vụ việc được hoà giải thành"), ("{n1}", "thành viên tổ bảo vệ")),
)  # fmt: skip


TOPICS = (UNIONS, DEFENCE, ORDER)
