"""Topics of the committee's guidance: inspection, study, people's work."""

from .grammar import WORKDAYS, Angle, Topic

INSPECTION = Topic(
    name="kiem-tra",
    section="kiem-tra-giam-sat",
    kicker="Kiểm tra, giám sát",
    tags=("kiểm tra, giám sát", "xây dựng Đảng"),
    pictures=("meeting", "charts", "calendar"),
    weekdays=WORKDAYS,
    weight=6,
    speaker="ubkt",
    angles=(
        Angle(
            titles=(
                "Giám sát chuyên đề việc duy trì sinh hoạt tại {n1} chi bộ",
                "Đoàn giám sát của Đảng uỷ xã làm việc với {chi_bo}",
            ),
            sapos=(
                "Đoàn giám sát của Đảng uỷ xã làm việc tại {n1} chi bộ, tập trung vào việc duy trì chế độ sinh hoạt, thu nộp đảng phí và thực hiện nghị quyết.",
                "{hom}, Đảng uỷ xã giám sát chuyên đề đối với {chi_bo}; tỉ lệ đảng viên dự sinh hoạt bình quân ở đây đạt {tl_bq}.",
                "Đọc từng trang sổ nghị quyết, hỏi chuyện {n2} đảng viên: đoàn giám sát đã có một ngày làm việc kỹ ở {chi_bo}.",
            ),
            opening="""
{hom}, đoàn giám sát của Đảng uỷ xã do {ubkt}, làm trưởng đoàn đã làm việc với {chi_bo}. || Trong đợt giám sát chuyên đề tại {n1} chi bộ, đoàn của Đảng uỷ xã vừa kết thúc phần việc ở {chi_bo}.
Nội dung gồm việc duy trì chế độ sinh hoạt, chất lượng nghị quyết, thu nộp và sử dụng đảng phí. || Đoàn xem sổ nghị quyết, sổ biên bản, sổ đảng phí và trao đổi với {n2} đảng viên.
""",
        ),
        Angle(
            titles=(
                "Kiểm tra việc thực hiện nghị quyết ở {chi_bo}",
                "Kiểm tra {chi_bo}: {n1b} việc yêu cầu sửa ngay",
            ),
            sapos=(
                "Nghị quyết ra đều nhưng việc có xong không? Uỷ ban Kiểm tra Đảng uỷ xã lần theo từng đầu việc ở {chi_bo}.",
                "Đối chiếu nghị quyết với việc đã làm, đoàn kiểm tra yêu cầu {chi_bo} sửa ngay {n1b} việc.",
                "Chi bộ báo cáo xong {n1} việc, đoàn kiểm tra xin xem tận nơi. Chuyện ở {chi_bo}.",
            ),
            opening="""
Uỷ ban Kiểm tra Đảng uỷ xã vừa kiểm tra việc thực hiện nghị quyết tháng ở {chi_bo}. || {hom}, Uỷ ban Kiểm tra Đảng uỷ xã kết thúc cuộc kiểm tra việc thực hiện nghị quyết tại {chi_bo}.
Đoàn chọn {n1} việc ghi trong nghị quyết ba tháng gần đây, hỏi người được giao và đến xem tận nơi. || Mỗi việc trong nghị quyết được đối chiếu với biên bản, với người được giao và với thực tế ở thôn.
""",
        ),
        Angle(
            titles=(
                "Chương trình kiểm tra, giám sát năm {nam}: Việc đã làm đến tháng {thang}",
                "Uỷ ban Kiểm tra Đảng uỷ xã giao ban tháng {thang}/{nam}",
            ),
            sapos=(
                "Đến tháng {thang}, Uỷ ban Kiểm tra Đảng uỷ xã thực hiện {n1} cuộc giám sát chuyên đề theo chương trình năm {nam}.",
                "Chương trình năm {nam} có việc đúng hạn, có việc lùi; buổi giao ban tháng {thang} nói rõ vì sao lùi và lùi đến bao giờ.",
            ),
            opening="""
Thực hiện chương trình kiểm tra, giám sát năm {nam}, đến tháng {thang}, Uỷ ban Kiểm tra Đảng uỷ xã hoàn thành {n1} cuộc giám sát chuyên đề. || {hom}, Uỷ ban Kiểm tra Đảng uỷ xã giao ban, rà lại chương trình năm {nam} đến tháng {thang}.
Gần đây nhất là cuộc giám sát tại {chi_bo}. || Cuộc giám sát tại {chi_bo} được dẫn ra làm ví dụ về cách làm gọn và kỹ.
""",
            pictures=("charts", "calendar"),
        ),
        Angle(
            titles=(
                "Kiểm tra để phòng ngừa: Kinh nghiệm từ {chi_bo}",
                "Nhắc sớm một tháng ở {chi_bo}",
            ),
            sapos=(
                "Kiểm tra đi trước một bước, chỉ ra thiếu sót khi còn sửa được: đó là cách Uỷ ban Kiểm tra Đảng uỷ xã làm ở {chi_bo}.",
                "Không chờ có đơn thư mới đến. Cuộc làm việc ở {chi_bo} cho thấy nhắc sớm một tháng thì nhẹ đi nhiều việc.",
                "Phần lớn thiếu sót ở {chi_bo} là do chưa nắm chắc quy định, được hướng dẫn và sửa ngay tại chỗ.",
            ),
            opening="""
Cuộc làm việc của Uỷ ban Kiểm tra Đảng uỷ xã với {chi_bo} không bắt đầu từ đơn thư mà từ một lần đọc biên bản. || Đọc biên bản {chi_bo} gửi lên, cán bộ kiểm tra thấy hai tháng liền nghị quyết lặp lại một nội dung.
Thay vì chờ đến cuối năm, Uỷ ban Kiểm tra cử người xuống trao đổi. || Một buổi làm việc ngắn được tổ chức ngay trong tuần, chủ yếu để hỏi và hướng dẫn.
""",
        ),
        Angle(
            titles=(
                "Tự kiểm tra ở {chi_bo}: Việc khó nói và cách nói",
                "{chi_bo} tự soi, tự sửa {n1b} việc",
            ),
            sapos=(
                "Tự kiểm tra là việc khó nói. {chi_bo} chọn cách bắt đầu từ sổ sách, rồi mới đến từng người.",
                "Trước khi có đoàn đến, {chi_bo} đã tự chỉ ra {n1b} việc làm chưa đúng và đặt hạn sửa.",
            ),
            opening="""
{chi_bo} dành hẳn một buổi để tự kiểm tra. || Theo hướng dẫn của Uỷ ban Kiểm tra Đảng uỷ xã, {chi_bo} tự kiểm tra việc sinh hoạt và thu nộp đảng phí.
Chi uỷ lập bảng mười câu hỏi, mỗi đảng viên tự trả lời, không ghi tên. || Hai đảng viên không trong chi uỷ được giao đọc lại sổ sách cả năm và nói trước.
""",
        ),
        Angle(
            titles=(
                "Giám sát việc nêu gương của đảng viên ở {thon}",
                "Dân nhận xét, chi bộ lắng nghe: Giám sát nêu gương ở {thon}",
            ),
            sapos=(
                "Nêu gương hay không, dân biết rõ nhất. Đoàn giám sát hỏi ý kiến {n2} hộ dân {thon} trước khi làm việc với chi bộ.",
                "Giám sát việc nêu gương ở {thon}: nội dung nào cũng được hỏi từ phía người dân trước.",
            ),
            opening="""
Trước khi làm việc với {chi_bo}, đoàn giám sát đến {n2} gia đình ở {thon} để nghe nhận xét về đảng viên nơi cư trú. || {hom}, đoàn giám sát về việc nêu gương của đảng viên làm việc tại {thon}.
Câu hỏi rất đời thường: đảng viên trong ngõ có đi họp thôn không, có đóng góp đủ không, có giúp ai không. || Nội dung gồm giữ gìn đạo đức, lối sống, trách nhiệm với công việc và quan hệ với nhân dân.
""",
            pictures=("meeting", "gifts"),
        ),
    ),
    body="""
Kết quả cho thấy chi bộ duy trì sinh hoạt đều, tỉ lệ đảng viên dự bình quân đạt {tl_bq}. || Điểm được đánh giá tốt là việc phân công nhiệm vụ có thời hạn cho từng đảng viên.
Hạn chế được chỉ ra là một số biên bản ghi còn sơ sài, chưa thể hiện ý kiến khác nhau. || Có {n1b} việc cần sửa ngay, trong đó có biên bản ghi tắt và sinh hoạt chuyên đề chậm đăng ký.
? Chi bộ tiếp thu, cam kết khắc phục xong trước kỳ sinh hoạt tháng {thang_sau}.

## Chủ động từ sớm || Không chờ có đơn thư || Sau giám sát là sửa

Theo {ubkt}, phần lớn thiếu sót phát hiện {tu_dau_nam} là do chưa nắm chắc quy định chứ không phải cố ý. || {ubkt}, cho biết {tu_dau_nam} đơn vị thực hiện {n1} cuộc giám sát chuyên đề và {n1b} cuộc kiểm tra.
Mỗi cuộc giám sát kết thúc bằng một buổi hướng dẫn tại chỗ, có mẫu biên bản, mẫu nghị quyết để chi bộ tham khảo. || Đoàn dành hẳn một buổi hướng dẫn cách ghi biên bản, cách chấm điểm buổi sinh hoạt và lưu hồ sơ.

Căn cứ đánh giá là {hd_shcb} và quy chế làm việc của Đảng uỷ. || Các tiêu chí bám theo {ct_shcb}; {hd_shcb}; {qd_xeploai}.
Kết quả giám sát được thông báo trong Đảng bộ, là cơ sở để xếp loại tổ chức đảng cuối năm. || Thông báo kết luận được gửi tới {so_chi_bo} chi bộ để các nơi tự soi, tự sửa.
""",
    quotes=(
        "Đi giám sát không phải để tìm lỗi. Tìm ra chỗ chưa đúng sớm một tháng là đỡ cho anh em một lần phải kiểm điểm.",
        "Sổ sách sạch, việc rõ thì ai kiểm tra cũng nhẹ nhàng.",
    ),
    figures=(("{n1}", "cuộc giám sát chuyên đề {tu_dau_nam}"), ("{tl_bq}", "tỉ lệ đảng viên dự sinh hoạt bình quân"), ("{n1b}", "việc yêu cầu sửa ngay")),
)  # fmt: skip


FOLLOWING_UNCLE_HO = Topic(
    name="hoc-bac",
    section="hoc-tap-va-lam-theo-bac",
    kicker="Học tập và làm theo Bác",
    tags=("học tập và làm theo Bác", "gương người tốt"),
    pictures=("lotus", "planting", "books", "gifts"),
    weight=9,
    speaker="bi_thu",
    angles=(
        Angle(
            titles=("Học Bác từ việc nhỏ ở {thon}", "Cuốn sổ việc tốt của {chi_bo}"),
            sapos=(
                "Không hô hào, mỗi đảng viên {chi_bo} đăng ký một việc làm theo Bác, ghi vào sổ và báo cáo kết quả trước chi bộ.",
                "Từ những việc rất nhỏ, tình làng nghĩa xóm ở {thon} thêm bền chặt, người nghèo có thêm chỗ dựa.",
                "Mỗi người một việc vừa sức, cuối năm mở sổ ra đọc lại: cách học Bác giản dị ở {thon}.",
            ),
            opening="""
Ở {thon}, chuyện học và làm theo Bác bắt đầu từ một cuốn sổ. || Ai đến {thon} những ngày này cũng nghe bà con kể về cuốn sổ việc tốt của chi bộ.
Đầu năm, từng đảng viên ghi vào sổ một việc mình sẽ làm; cuối năm, chi bộ mở sổ, đọc lại từng dòng. || Có người nhận quét dọn đoạn đường trước cổng trường, có người nhận kèm học sinh yếu, có người giúp hộ nghèo giống vốn.
""",
            pictures=("books", "lotus"),
        ),
        Angle(
            titles=(
                "“Ống tiết kiệm” của {chi_bo} giúp {n1} học sinh đến trường",
                "Những chiếc ống tre tiết kiệm ở {thon}",
            ),
            sapos=(
                "Mỗi ngày bỏ ống vài nghìn đồng, {chi_bo} góp được {trieu_it}, giúp {n1} học sinh khó khăn ở {thon} có sách vở đến trường.",
                "Ống tre đặt cạnh bàn nước, ai có tiền lẻ thì bỏ vào. Từ đó, {n1} học sinh ở {thon} không phải nghỉ học.",
                "Làm theo lời Bác dạy về tiết kiệm, {chi_bo} có một cách để dành rất quê và rất đều.",
            ),
            opening="""
Mỗi gia đình đảng viên ở {thon} có một chiếc ống tre đặt cạnh bàn nước. || Chiếc ống tre của {chi_bo} được mở mỗi năm hai lần, trước năm học mới và trước Tết.
Tiền lẻ đi chợ còn thừa, tiền bán rau, bán trứng được bỏ dần vào ống. || Ai bỏ bao nhiêu không ghi, chỉ ghi tổng số khi mở ống.
""",
            pictures=("books", "gifts", "school"),
        ),
        Angle(
            titles=("Người đảng viên hiến {dat} đất mở đường vào {thon}", "Lùi hàng rào cho đường thôn rộng ra: Chuyện ở {ten_thon}"),
            sapos=(
                "Hàng rào lùi vào, đường rộng ra. Người đảng viên ở {thon} hiến {dat} đất, {n2} hộ trong ngõ làm theo.",
                "Chặt hàng cây ăn quả đang kỳ thu hoạch để mở đường, người đảng viên {thon} chỉ nói: đường rộng thì con cháu mình đi trước.",
                "{dat} đất vườn được hiến không lấy một đồng, từ đó con đường dài {met} ở {thon} thành hình.",
            ),
            opening="""
{anh} là người đầu tiên tự nguyện lùi hàng rào, hiến {dat} đất vườn để mở rộng đường vào thôn. || Câu chuyện được nhắc nhiều ở {thon} là việc {anh} hiến {dat} đất, chặt cả hàng cây ăn quả đang kỳ thu hoạch để mở đường.
Thấy vậy, {n2} hộ trong ngõ cùng làm theo, con đường dài {met} hoàn thành sau hai tháng. || Từ việc làm của ông, {n2} gia đình khác cùng hiến đất, góp {cong}.
? “Đường rộng thì con cháu mình đi trước”, {anh_ten} cười hiền.
""",
            pictures=("road", "planting"),
        ),
        Angle(
            titles=(
                "{truong}: Mỗi thầy cô nhận đỡ đầu một học trò khó khăn",
                "Lớp học thêm không thu tiền của các thầy cô {truong}",
            ),
            sapos=(
                "Học Bác ở tình thương yêu con trẻ, Chi bộ {truong} phân công mỗi đảng viên đỡ đầu một học trò khó khăn.",
                "Buổi chiều tan trường, đèn một phòng học ở {truong} vẫn sáng: thầy cô ở lại kèm {n1} học trò học chậm.",
            ),
            opening="""
Ở {truong}, mỗi đảng viên nhận đỡ đầu một học trò có hoàn cảnh khó khăn. || Chiều nào tan trường, một phòng học của {truong} cũng sáng đèn: thầy cô ở lại kèm {n1} em học chậm.
Người giúp sách vở, người kèm Toán, người đến nhà trò chuyện với cha mẹ các em. || Không thu tiền, không ghi công, chỉ có cuốn sổ theo dõi tiến bộ của từng em.
""",
            months=(1, 2, 3, 4, 5, 9, 10, 11, 12),
            pictures=("school", "books"),
        ),
        Angle(
            titles=("Làm theo Bác, {chi_bo} nhận phần việc khó", "{chi_bo}: Việc khó, đảng viên làm trước"),
            sapos=(
                "Việc dễ để dân, việc khó đảng viên nhận: {chi_bo} học Bác ở chữ “gương mẫu” và làm thật.",
                "Đoạn đường lầy nhất, gia đình khó vận động nhất đều có tên một đảng viên {chi_bo} phụ trách.",
                "Lời Bác dạy về nêu gương được {chi_bo} biến thành những phần việc cụ thể, đo đếm được.",
            ),
            opening="""
Trong bảng phân công của {chi_bo}, những việc khó nhất đều ghi tên đảng viên. || Khi {thon} bàn việc dọn đoạn suối đầy rác, người đầu tiên xắn quần lội xuống là Bí thư Chi bộ {bi_thu}.
Việc nào vận động mãi chưa xong thì đảng viên làm trước, làm xong mới nói. || Chi bộ quy ước: trước khi vận động dân việc gì, nhà đảng viên phải xong việc ấy.
""",
            pictures=("planting", "house", "lotus"),
        ),
        Angle(
            titles=("Bếp cơm ngày rằm của những người cao tuổi {thon}", "Bữa cơm nghĩa tình của hội viên cao tuổi {thon}"),
            sapos=(
                "Mỗi tháng một lần, bếp cơm của người cao tuổi {thon} nấu {n3} suất cho người già neo đơn và trẻ em xa bố mẹ.",
                "Gạo do nhiều nhà góp, rau hái trong vườn, người nấu đều đã ngoài sáu mươi: bếp cơm ngày rằm ở {thon} đỏ lửa mấy năm nay.",
            ),
            opening="""
Sáng ngày rằm, bếp nhà văn hoá {thon} đỏ lửa từ lúc trời chưa rõ mặt người. || Đều đặn mỗi tháng một lần, những người cao tuổi {thon} lại cùng nhau nấu {n3} suất cơm.
Gạo do các nhà góp, rau hái trong vườn, người nấu đều đã ngoài sáu mươi. || Cơm được mang đến tận nhà cho người già neo đơn, người ốm và mấy cháu nhỏ ở với ông bà.
""",
            pictures=("gifts", "lotus"),
        ),
        Angle(
            titles=("Chuyện về người trưởng thôn luôn đi trước ở {ten_thon}", "Trưởng thôn {truong_thon}: Nói ít, làm trước"),
            sapos=(
                "Đêm mưa đi xem từng bờ mương, ngày nắng đi từng nhà vận động: trưởng thôn {truong_thon} ở {ten_thon} là người “nói ít, làm trước”.",
                "Bà con {thon} kể về trưởng thôn {truong_thon} bằng những việc rất cụ thể: con mương, cái cầu, mái nhà của hộ nghèo.",
            ),
            opening="""
Hỏi đường vào nhà trưởng thôn {truong_thon}, người {thon} chỉ ngay ra ngoài đồng: giờ này chắc đang ở ngoài mương. || Cả {thon} ai cũng có số điện thoại của trưởng thôn {truong_thon}, và ai gọi cũng thấy nghe máy.
Người đảng viên ấy có thói quen làm trước rồi mới nói. || Bà con bảo, việc gì trưởng thôn nhận lời là yên tâm.
""",
            pictures=("hills", "reservoir", "lotus"),
        ),
    ),
    body="""
? Những việc ấy được thực hiện theo {ct_bac}, nhưng cách làm thì rất gần gũi.
Theo Bí thư Chi bộ {bi_thu}, điều được nhất là đảng viên nói thì dân tin, làm thì dân theo. || Bí thư Chi bộ {bi_thu} cho rằng học Bác phải bắt đầu từ sự gần dân, trọng dân và giữ lời hứa.

## Tiết kiệm để sẻ chia || Cách làm nhỏ, hiệu quả lớn || Nêu gương bằng việc làm

Cũng ở {thon}, quỹ tiết kiệm của chi bộ góp được {trieu_it}, trao cho học sinh có hoàn cảnh khó khăn và người già neo đơn. || Quỹ tình nghĩa do đảng viên góp mỗi tháng một ít, đến nay có {trieu_it}, đã giúp {n1} gia đình sửa nhà, mua giống.
{ba}, người được giúp vốn nuôi gà, nay đã trả hết nợ và góp lại cho quỹ. || Nhờ quỹ, {ba_ten} ở đầu xóm có vốn nuôi lợn nái, năm nay xin ra khỏi danh sách hộ nghèo.

Cuối năm, việc làm theo Bác được đưa vào kiểm điểm, đánh giá đảng viên. || Kết quả làm theo được chi bộ công khai ở nhà văn hoá để nhân dân cùng giám sát.
""",
    quotes=(
        "Bác dạy việc gì có lợi cho dân thì phải hết sức làm. Việc của thôn tôi thì nhỏ, nhưng nhỏ mà đều.",
        "Đảng viên hứa với dân một việc thì phải làm xong một việc, đừng hứa hai.",
    ),
    figures=(("{n2}", "hộ cùng làm theo"), ("{n1}", "gia đình được quỹ giúp đỡ"), ("{so_trieu_it}", "triệu đồng trong quỹ tiết kiệm của chi bộ")),
)  # fmt: skip


PEOPLES_WORK = Topic(
    name="dan-van",
    section="tuyen-giao-va-dan-van",
    kicker="Dân vận khéo",
    tags=("dân vận khéo", "Mặt trận Tổ quốc"),
    pictures=("road", "house", "network"),
    weight=5,
    speaker="mttq",
    angles=(
        Angle(
            titles=("“Dân vận khéo” ở {thon}: Việc khó cũng xong", "Bên ấm trà ở {thon}, việc khó thành dễ"),
            sapos=(
                "Mô hình “Dân vận khéo” của {thon} không có khẩu hiệu lớn, chỉ có những cuộc trò chuyện bên ấm trà và việc nói đi đôi với làm.",
                "Ba lần đến mới gặp, năm lần mới bàn được: tổ dân vận {thon} kiên trì cho đến khi {n_ho_dy}/{n_ho} hộ đồng ý.",
                "Nghe cho hết rồi mới nói. Tổ dân vận {thon} gỡ được việc làm đường vướng suốt nửa năm.",
            ),
            opening="""
{thon} có {n_ho} hộ sống rải rác dọc con suối, việc vận động làm đường từng gặp không ít khó khăn. || Chuyện mở rộng đường trục {thon} từng bế tắc suốt nửa năm.
Có gia đình ba lần tổ dân vận đến mới gặp, năm lần mới bàn được chuyện. || Ban đầu, {n2} hộ chưa đồng ý vì vướng tường rào, cây trồng lâu năm.
""",
        ),
        Angle(
            titles=(
                "{n_ho_dy}/{n_ho} hộ {thon} đồng thuận hiến đất làm đường",
                "Bà con {thon} hiến {dat} đất mở đường trục thôn",
            ),
            sapos=(
                "Kiên trì gặp gỡ, nói rõ lợi ích và công khai từng khoản đóng góp, tổ dân vận {thon} đi đến sự đồng thuận của {n_ho_dy}/{n_ho} hộ.",
                "{dat} đất, {cong} và {trieu}: con đường trục {thon} là phần góp của gần như mọi nhà.",
            ),
            opening="""
Tuyến đường trục {thon} được mở rộng từ hơn hai mét lên {rong}, dài {km}, là kết quả của gần nửa năm vận động. || {hom}, {thon} khởi công mở rộng đường trục lên {rong} sau khi {n_ho_dy}/{n_ho} hộ ký cam kết hiến đất.
Ban đầu, {n2} hộ còn băn khoăn vì vướng tường rào, cây lâu năm. || Đoạn khó nhất đi qua vườn của {n1} gia đình, có nhà mất gần nửa khoảnh sân.
""",
            pictures=("road",),
        ),
        Angle(
            titles=("Tổ dân vận {thon} đi từng ngõ, gõ từng nhà", "Cuốn sổ của tổ dân vận {thon}"),
            sapos=(
                "Mỗi lần đến nhà ai, tổ dân vận {thon} ghi một dòng vào sổ: hỏi gì, trả lời gì, hẹn bao giờ. Cuốn sổ ấy nay dày {n3} trang.",
                "Tổ dân vận {thon} có năm người, chia nhau {n_ho} hộ, tháng nào cũng đi hết một vòng.",
            ),
            opening="""
Cuốn sổ của tổ dân vận {thon} ghi kín {n3} trang, mỗi dòng là một lần đến nhà dân. || Tổ dân vận {thon} có năm người, chia nhau phụ trách {n_ho} hộ trong thôn.
Ai hỏi gì, tổ trả lời gì, còn nợ câu nào đều ghi lại. || Họ đến vào buổi tối, khi mọi nhà đã xong cơm nước, chuyện mới nói được lâu.
""",
            pictures=("network", "house"),
        ),
        Angle(
            titles=("Khi người có uy tín lên tiếng ở {thon}", "Tiếng nói người có uy tín ở {thon}"),
            sapos=(
                "Một lời của người có uy tín ở {thon} có khi gỡ được việc mà mấy cuộc họp chưa xong.",
                "Không chức vụ, không phụ cấp, người có uy tín ở {thon} góp phần để {n_ho_dy}/{n_ho} hộ đồng lòng làm đường.",
            ),
            opening="""
Cuộc họp thôn ở {thon} đang căng thì {anh} xin nói. || Ở {thon}, việc gì vướng, bà con thường bảo nhau: hỏi {anh_ten} xem sao.
Là người có uy tín được dân bầu chọn, ông không khuyên ai, chỉ kể lại chuyện cả thôn từng góp công đắp đập ngày trước. || Ông nói ngắn: đường này con cháu mình đi, mình tiếc một bước đất thì sau này chúng nó trách.
""",
            pictures=("meeting", "house"),
        ),
        Angle(
            titles=("{n1} mô hình “Dân vận khéo” từ {thon} được nhân rộng", "Nhân rộng cách làm của tổ dân vận {thon}"),
            sapos=(
                "Từ kinh nghiệm của {thon}, xã chọn {n1} mô hình “Dân vận khéo” để nhân ra các thôn khác.",
                "Sổ theo dõi ý kiến, trả lời trong bảy ngày: cách làm của {thon} được {thon2}, {thon3} học theo.",
            ),
            opening="""
{n1} mô hình “Dân vận khéo” của {xa} vừa được chọn để nhân rộng, bắt đầu từ kinh nghiệm của {thon}. || Cách làm của tổ dân vận {thon} đang được {thon2}, {thon3} học theo.
Điểm chung là gần dân, công khai và giữ lời hẹn. || Cái được học nhiều nhất là cuốn sổ ghi ý kiến, việc gì cũng có hạn trả lời.
""",
        ),
        Angle(
            titles=("Hoà giải ở cơ sở: Giữ tình làng nghĩa xóm {thon}", "Chuyện ranh đất ở {thon} được gỡ thế nào"),
            sapos=(
                "Hai nhà ở {thon} giận nhau mấy năm vì một mét bờ rào. Tổ hoà giải mất {n1} tuần để họ cùng ngồi uống chén nước.",
                "Tổ hoà giải {thon} gỡ từng mâu thuẫn từ khi còn nhỏ, giữ được tình làng nghĩa xóm.",
            ),
            opening="""
Hai gia đình liền kề ở {thon} từng không nhìn mặt nhau vì một mét bờ rào. || Tổ hoà giải {thon} vừa gỡ xong một vụ tranh chấp ranh đất kéo dài nhiều năm.
Tổ hoà giải gặp riêng từng bên, tìm người làm chứng, mời cả hai ra chỗ cột mốc cũ. || Không xử ai đúng ai sai, tổ hoà giải chỉ đọc lại giấy tờ và hỏi mỗi bên một câu: muốn con cái mình sau này thế nào.
""",
            pictures=("house", "lamp"),
        ),
    ),
    body="""
Tổ dân vận gồm bí thư chi bộ, trưởng thôn, trưởng ban công tác mặt trận và người có uy tín chia nhau đến từng nhà. || Tổ trưởng là đồng chí {bi_thu}, Bí thư Chi bộ; mỗi thành viên nhận vận động một nhóm hộ gần nhà mình.
Khi làm đường, trưởng thôn {truong_thon} mang theo bản vẽ, chỉ rõ đoạn nào lấn vào vườn nhà ai, lấn bao nhiêu. || Mọi khoản thu, chi được viết tay, dán ở nhà văn hoá, ai thắc mắc được giải thích ngay.
? {ba} nói: “Cán bộ nói rõ, lại làm trước thì chúng tôi theo thôi”.

## Gần dân để hiểu dân || Công khai để dân tin || Việc của dân, dân bàn

Đến nay, với việc làm đường, {n_ho_dy}/{n_ho} hộ đã ký cam kết, tự tháo dỡ tường rào, góp {cong} và {trieu}. || Kết quả, bà con hiến {dat} đất, đóng góp {trieu} và {cong}.
{mttq}, cho biết từ kinh nghiệm ấy, xã chọn thêm {n1} mô hình để nhân rộng, trước hết ở {thon2}, {thon3}. || Từ cách làm này, {mttq}, đề nghị các thôn lập sổ theo dõi ý kiến nhân dân, trả lời trong bảy ngày.

Những việc nhân dân kiến nghị được tổng hợp hằng tháng, báo cáo Ban Thường vụ Đảng uỷ xem xét. || Hằng tháng, khối dân vận xã giao ban, rà từng kiến nghị, việc nào vượt thẩm quyền thì báo cáo {cap_tren}.
Cách làm ấy góp phần để nhân dân thực sự tham gia xây dựng Đảng, xây dựng chính quyền. || Nhờ vậy, trong {n1} tháng gần đây xã không có đơn thư vượt cấp.
""",
    quotes=(
        "Vận động không phải là thuyết phục cho bằng được, mà là nghe cho hết rồi cùng tìm cách.",
        "Dân cần nhất là công khai. Sổ sách để ngỏ thì lòng dân cũng mở.",
    ),
    figures=(("{n_ho_dy}/{n_ho}", "hộ đồng thuận"), ("{so_dat}", "mét vuông đất được hiến"), ("{so_cong}", "ngày công nhân dân đóng góp")),
)  # fmt: skip


TOPICS = (INSPECTION, FOLLOWING_UNCLE_HO, PEOPLES_WORK)
