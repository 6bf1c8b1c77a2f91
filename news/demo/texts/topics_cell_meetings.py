"""Topics of party-cell meetings: regular and thematic ones."""

from .grammar import Angle, Topic

REGULAR_MEETING = Topic(
    name="sinh-hoat",
    section="sinh-hoat-chi-bo",
    kicker="Sinh hoạt chi bộ",
    tags=("sinh hoạt chi bộ", "chi bộ"),
    pictures=("meeting", "calendar", "hall"),
    days=tuple(range(1, 13)),
    weight=15,
    speaker="bi_thu",
    extra={
        "chuyen": (
            "mương nước", "đường hoa", "hộ nghèo cuối thôn", "nhà văn hoá", "rác thải", "học sinh bỏ học", "đèn đường", "quỹ thôn",
            "giống vụ mới", "tuần tra ban đêm",
        ),
    },
    angles=(
        Angle(
            titles=(
                "{chi_bo} sinh hoạt thường kỳ tháng {thang}/{nam}",
                "{chi_bo}: {n_cm}/{n_du} đảng viên dự sinh hoạt tháng {thang}",
            ),
            sapos=(
                "Buổi sinh hoạt tháng {thang} của {chi_bo} có {n_cm}/{n_du} đảng viên diện phải dự, {n_pb} đồng chí phát biểu và thống nhất {n1} việc phải làm xong trước kỳ sau.",
                "{hom}, {chi_bo} đánh giá việc thực hiện nghị quyết tháng {thang_truoc}, bàn nhiệm vụ tháng {thang}; {tl_cm} đảng viên diện phải dự có mặt.",
                "Đúng lịch đăng ký từ đầu năm, {chi_bo} sinh hoạt thường kỳ tháng {thang} với {n_cm} đảng viên có mặt.",
            ),
            opening="""
{hom}, {chi_bo} tổ chức sinh hoạt thường kỳ tháng {thang}. || Theo lịch đã đăng ký với Đảng uỷ xã, {chi_bo} sinh hoạt thường kỳ tháng {thang} tại nhà văn hoá thôn.
Đảng phí tháng {thang} được thu đủ trước khi vào nội dung chính. || Mở đầu, chi bộ điểm danh, thông báo tình hình thu nộp đảng phí rồi thông qua chương trình.
""",
        ),
        Angle(
            titles=("Nền nếp sinh hoạt ở {chi_bo}", "{chi_bo} đổi mới cách điều hành buổi sinh hoạt"),
            sapos=(
                "Không đọc lại nguyên văn tài liệu, dành phần lớn thời gian cho thảo luận: {chi_bo} giữ nền nếp ấy {tu_dau_nam}.",
                "Vào việc đúng giờ, kết luận xong việc này mới sang việc khác: buổi sinh hoạt ở {chi_bo} gọn hơn mà kỹ hơn.",
                "Người chủ trì nói ít đi, đảng viên nói nhiều hơn. Ở {chi_bo}, tháng {thang} này có {n_pb} đồng chí phát biểu.",
            ),
            opening="""
Đúng giờ, đồng chí {bi_thu}, Bí thư Chi bộ, tuyên bố lý do, điểm danh rồi đi thẳng vào việc. || Buổi sinh hoạt tháng {thang} của {chi_bo} bắt đầu không phải bằng tập tài liệu dày mà bằng tờ giấy ghi {n1} việc của tháng trước.
Mỗi phần việc có người trình bày, có thời gian định sẵn, ai nói dài được nhắc ngay. || Từ đầu năm, chi uỷ quy ước: phần nào cũng có người phụ trách, có giờ bắt đầu và giờ kết thúc.
""",
        ),
        Angle(
            titles=(
                "{chi_bo}: Mỗi kỳ sinh hoạt chốt {n1} việc cần làm ngay",
                "{chi_bo} công khai {n1} việc trong nghị quyết tháng {thang}",
            ),
            sapos=(
                "Nghị quyết tháng {thang} của {chi_bo} gói trong {n1} việc, việc nào cũng có tên người làm và ngày xong.",
                "Bản nghị quyết tháng {thang} của {chi_bo} được dán ở nhà văn hoá thôn, để người dân cùng theo dõi {n1} việc đã hứa.",
                "Ít việc thôi nhưng việc nào ra việc ấy: {chi_bo} chọn {n1} việc cho tháng {thang} và giao đến từng đảng viên.",
            ),
            opening="""
Tờ nghị quyết tháng {thang} của {chi_bo} vừa một trang giấy, gồm {n1} việc. || {hom}, {chi_bo} thông qua nghị quyết tháng {thang} với {n1} việc, ngắn gọn trong một trang giấy.
Sau mỗi việc là ba cột: người làm, ngày xong, kết quả. || Hôm sau, nghị quyết được dán ở nhà văn hoá để nhân dân cùng biết, cùng giám sát.
""",
        ),
        Angle(
            titles=(
                "Kỳ sinh hoạt tháng {thang} ở {chi_bo} bàn chuyện {chuyen}",
                "Từ chuyện {chuyen} đến nghị quyết tháng {thang} của {chi_bo}",
            ),
            sapos=(
                "Chuyện {chuyen} tưởng nhỏ nhưng đã chiếm gần nửa buổi sinh hoạt tháng {thang} của {chi_bo}, với {n_pb} ý kiến.",
                "Bà con nhắc nhiều đến chuyện {chuyen}. Tháng {thang} này, {chi_bo} đưa hẳn vào chương trình sinh hoạt để bàn cho ra cách làm.",
                "Bàn chuyện {chuyen}, đảng viên {chi_bo} nói thẳng, nhận phần việc rồi mới biểu quyết.",
            ),
            opening="""
Chuyện {chuyen} được {chi_bo} đưa vào buổi sinh hoạt tháng {thang} sau khi nhiều hộ dân phản ánh. || {hom}, {chi_bo} dành phần lớn thời gian của buổi sinh hoạt tháng {thang} để bàn chuyện {chuyen}.
Trước đó, hai chi uỷ viên đã đi xem tận nơi, hỏi ý kiến từng nhà có liên quan. || Người được giao chuẩn bị nội dung này đem theo sổ ghi ý kiến của {n2} hộ dân.
""",
        ),
        Angle(
            titles=(
                "Gửi tài liệu trước, thảo luận kỹ: Cách làm của {chi_bo}",
                "{chi_bo}: Tài liệu đến tay đảng viên trước {n1b} ngày",
            ),
            sapos=(
                "Dự thảo nghị quyết của {chi_bo} đến tay đảng viên trước {n1b} ngày, ai cũng đọc, nên đến buổi sinh hoạt chỉ còn bàn.",
                "Tài liệu gửi sớm qua nhóm liên lạc, bản in dành cho người cao tuổi: việc nhỏ ấy làm buổi sinh hoạt của {chi_bo} khác hẳn.",
                "Đọc trước ở nhà, bàn kỹ ở buổi họp. {chi_bo} có {n_pb} đồng chí phát biểu trong kỳ sinh hoạt tháng {thang}.",
            ),
            opening="""
Dự thảo nghị quyết tháng {thang} được chi uỷ {chi_bo} gửi cho đảng viên trước {n1b} ngày. || Ở {chi_bo}, tài liệu sinh hoạt tháng {thang} đến tay đảng viên trước {n1b} ngày, qua nhóm liên lạc và bản in.
{n_mien} đồng chí được miễn sinh hoạt cũng nhận tài liệu, có người gửi ý kiến bằng thư tay. || Người cao tuổi được phát bản in chữ to, người đi làm xa góp ý qua tin nhắn.
""",
        ),
        Angle(
            titles=(
                "Đảng viên trẻ nói gì trong buổi sinh hoạt ở {chi_bo}",
                "Buổi sinh hoạt tháng {thang} ở {chi_bo}: {n_pb} đảng viên phát biểu",
            ),
            sapos=(
                "Có {n_pb}/{n_cm} đảng viên phát biểu, người mở đầu là một đảng viên dự bị: buổi sinh hoạt tháng {thang} của {chi_bo} không có khoảng lặng.",
                "“Cho người trẻ nói trước”, quy ước ấy giúp {chi_bo} nghe được nhiều điều lâu nay ít ai nhắc.",
                "Đảng viên trẻ của {chi_bo} không chỉ ghi chép: tháng {thang} này, {n1b} đề xuất của các đồng chí ấy được đưa vào nghị quyết.",
            ),
            opening="""
Người phát biểu đầu tiên trong buổi sinh hoạt tháng {thang} của {chi_bo} là đảng viên trẻ {tre1}. || Theo quy ước của {chi_bo}, phần thảo luận bắt đầu từ đảng viên ít tuổi Đảng nhất; lần này là đồng chí {tre1}.
Đồng chí đề nghị rút ngắn phần thông báo, gửi trước qua nhóm liên lạc, và được chi bộ đồng ý. || Đồng chí nêu ba việc thanh niên trong thôn đang vướng, việc nào cũng kèm cách gỡ.
""",
        ),
        Angle(
            titles=(
                "{chi_bo}: Sinh hoạt tháng {thang} bàn việc gần dân, sát việc",
                "Ý dân vào nghị quyết tháng {thang} của {chi_bo}",
            ),
            sapos=(
                "Trước mỗi kỳ sinh hoạt, đảng viên {chi_bo} đi nghe dân nói. Nghị quyết tháng {thang} vì thế không có việc nào lạ với bà con.",
                "{n2} ý kiến của nhân dân được {chi_bo} đọc lại đầy đủ trong buổi sinh hoạt tháng {thang}, việc làm được thì nhận, việc chưa làm được thì trả lời.",
                "Việc gì dân cần thì bàn trước: cách chọn nội dung sinh hoạt của {chi_bo} được bà con {thon} đồng tình.",
            ),
            opening="""
Trước kỳ sinh hoạt tháng {thang}, mỗi đảng viên {chi_bo} đến thăm ít nhất ba gia đình, nghe và ghi lại ý kiến. || {hom}, buổi sinh hoạt tháng {thang} của {chi_bo} mở đầu bằng {n2} ý kiến của nhân dân.
Những ý kiến ấy được đọc nguyên văn, không gộp, không sửa. || Ý kiến nào cũng được trả lời: việc trong tầm tay thì giao người làm, việc vượt tầm thì báo cáo Đảng uỷ xã.
""",
        ),
    ),
    body="""
Chi bộ có {n_dv} đảng viên, trong đó {n_mien} đồng chí được miễn sinh hoạt; có mặt {n_cm}/{n_du} đồng chí diện phải dự, đạt {tl_cm}.
? Đảng uỷ viên phụ trách chi bộ dự và theo dõi từ đầu đến cuối buổi. || Dự buổi sinh hoạt có {ld}.
Theo đồng chí {bi_thu}, Bí thư Chi bộ, chi uỷ họp trước {n1b} ngày để thống nhất nội dung. || Trước buổi sinh hoạt, chi uỷ hội ý, phân công từng đồng chí chuẩn bị một phần báo cáo.
Nhờ vậy, phần thời sự và văn bản mới của cấp trên chỉ mất khoảng hai mươi phút, thời gian còn lại dành cho thảo luận. || Phần thời sự được rút gọn, chỉ nêu những điểm liên quan trực tiếp đến đời sống trong thôn.

## Đánh giá thẳng, giao việc rõ || Bàn kỹ những việc còn chậm || Việc của tháng này

Nghị quyết tháng {thang_truoc} có {n1} việc, đến ngày sinh hoạt đã hoàn thành {n1b}. || Trong {n1} việc nghị quyết tháng {thang_truoc} đề ra, {n1b} việc đã xong đúng hẹn.
Những việc còn chậm được nêu rõ nguyên nhân, người chịu trách nhiệm và hạn hoàn thành, không gộp chung vào một câu “cơ bản hoàn thành”. || Với phần việc chưa xong, đồng chí được phân công báo cáo lý do ngay tại buổi họp và nhận lại thời hạn mới.

Có {n_pb} đảng viên phát biểu, chiếm {tl_pb} số đồng chí có mặt; nhiều ý kiến bàn về {chuyen}. || Phần thảo luận sôi nổi với {n_pb} đồng chí phát biểu ({tl_pb} số có mặt), nhất là khi bàn về {chuyen}.
Các ý kiến tập trung vào việc giữ vệ sinh đường làng, quản lý đất công ích và giúp {n_hn} hộ nghèo có việc làm ổn định. || Nhiều ý kiến đề nghị công khai khoản đóng góp làm đường nội thôn, tăng buổi tuần tra ban đêm và thăm hỏi gia đình neo đơn. || Đảng viên kiến nghị sớm sửa tuyến mương cấp nước cho cánh đồng phía dưới thôn và thống nhất lịch gieo cấy.
Kết luận từng việc, chủ trì nêu lại nội dung để đảng viên biểu quyết, thư ký ghi đầy đủ vào biên bản. || Ý kiến khác nhau được ghi vào biên bản trước khi chi bộ biểu quyết.

Việc nâng cao chất lượng sinh hoạt được chi bộ thực hiện theo {ct_shcb} và {hd_shcb}. || Những đổi mới này bám sát yêu cầu của {ct_shcb} và hướng dẫn của cấp trên tại {hd_shcb}.
Cuối buổi, chi bộ tự chấm điểm kỳ sinh hoạt, gửi kết quả về Đảng uỷ xã cùng biên bản. || Kết thúc, chi bộ tự đánh giá buổi sinh hoạt đạt loại tốt và gửi báo cáo lên Đảng uỷ.
""",
    quotes=(
        "Nghị quyết ngắn thôi, nhưng mỗi việc phải có tên người làm và ngày xong. Kỳ sau mở đầu bằng chính những việc ấy.",
        "Muốn đảng viên nói thì tài liệu phải đến tay sớm, và người chủ trì phải biết nghe.",
        "Buổi họp có ích là khi về nhà ai cũng biết mình phải làm gì trong tháng tới.",
    ),
    figures=(
        ("{n_cm}/{n_du}", "đảng viên có mặt"), ("{tl_cm}", "tỉ lệ dự"), ("{n_pb}", "đảng viên phát biểu"), ("{n1}", "việc giao cụ thể"),
    ),
    box=("Trình tự buổi sinh hoạt", "<ol><li>Điểm danh, thông qua chương trình</li><li>Thời sự và văn bản mới</li><li>Đánh giá nghị quyết tháng {thang_truoc}</li><li>Thảo luận nhiệm vụ tháng {thang}</li><li>Biểu quyết, phân công, tự chấm điểm</li></ol>"),
)  # fmt: skip


THEMATIC_MEETING = Topic(
    name="chuyen-de",
    section="sinh-hoat-chi-bo",
    kicker="Sinh hoạt chuyên đề",
    tags=("sinh hoạt chi bộ", "sinh hoạt chuyên đề"),
    pictures=("meeting", "books", "lotus"),
    weight=5,
    speaker="bi_thu",
    extra={
        "chu_de": (
            "Nêu gương giữ gìn vệ sinh môi trường", "Đảng viên đi đầu hiến đất làm đường", "Phòng, chống lừa đảo qua mạng",
            "Xây dựng gia đình đảng viên kiểu mẫu", "Giúp hộ nghèo có sinh kế", "Tiết kiệm trong việc cưới, việc tang",
            "Bồi dưỡng quần chúng ưu tú ở khu dân cư", "Sử dụng dịch vụ công trực tuyến", "Giữ rừng đầu nguồn", "Nói đi đôi với làm",
        ),
    },
    angles=(
        Angle(
            titles=(
                "{chi_bo} sinh hoạt chuyên đề quý {quy}: {chu_de}",
                "{chi_bo} chọn “{chu_de}” làm chuyên đề quý {quy}/{nam}",
            ),
            sapos=(
                "“{chu_de}” là chuyên đề quý {quy} của {chi_bo}, việc mà đảng viên và nhân dân trong thôn quan tâm nhất lúc này.",
                "{hom}, {n_cm}/{n_du} đảng viên {chi_bo} dự sinh hoạt chuyên đề quý {quy} với nội dung “{chu_de}”.",
            ),
            opening="""
{hom}, {chi_bo} tổ chức sinh hoạt chuyên đề quý {quy}/{nam} với nội dung “{chu_de}”. || Nội dung “{chu_de}” được {chi_bo} chọn làm chuyên đề quý {quy}/{nam} sau khi lấy ý kiến đảng viên.
Có {n_cm}/{n_du} đảng viên tham dự. || Tham dự có {n_cm} đảng viên, đạt {tl_cm} số phải dự.
""",
        ),
        Angle(
            titles=("Khi đảng viên tự viết chuyên đề: Chuyện ở {chi_bo}", "Người viết chuyên đề ở {chi_bo}"),
            sapos=(
                "Thay vì nghe một người trình bày, {chi_bo} giao từng tổ đảng chuẩn bị chuyên đề, gửi chi uỷ góp ý trước rồi mới đưa ra thảo luận.",
                "Ba trang viết tay, số liệu của chính thôn mình: chuyên đề “{chu_de}” do đảng viên {chi_bo} tự viết được thảo luận suốt buổi.",
                "Lần đầu viết chuyên đề, đảng viên {tre1} của {chi_bo} đi từng ngõ để hỏi và ghi lại ý kiến của {n2} gia đình.",
            ),
            opening="""
Chuyên đề “{chu_de}” của {chi_bo} do đồng chí {tre1} viết, ba trang, phần lớn là chuyện trong thôn. || Được giao viết chuyên đề “{chu_de}”, đồng chí {tre1} mất gần ba tuần đi hỏi chuyện từng nhà.
Bản đầu tiên bị chi uỷ gạch mất một nửa vì “chép của nơi khác nhiều quá”. || Chi uỷ góp ý hai lượt, yêu cầu bỏ câu chung chung, thêm con số của thôn.
""",
        ),
        Angle(
            titles=("{chi_bo}: Chuyên đề nhỏ, tác dụng rõ", "Sau buổi chuyên đề, {chi_bo} làm ngay {n1} việc"),
            sapos=(
                "Chuyên đề chỉ bàn một việc, nhưng sau buổi sinh hoạt, {chi_bo} bắt tay làm ngay {n1} phần việc ở {thon}.",
                "Đề tài hẹp, bàn đến nơi, giao việc đến người: chuyên đề quý {quy} của {chi_bo} không dừng ở trang giấy.",
            ),
            opening="""
Chuyên đề quý {quy} của {chi_bo} chỉ bàn một việc: “{chu_de}”. || Không chọn đề tài rộng, {chi_bo} dành cả buổi chuyên đề quý {quy} cho nội dung “{chu_de}”.
Bàn xong, chi bộ giao ngay {n1} phần việc, hẹn ngày báo cáo. || Ngay cuối buổi, {n1} phần việc được giao, có việc làm luôn trong tuần.
""",
        ),
        Angle(
            titles=(
                "{n_pb} ý kiến tự liên hệ trong buổi chuyên đề của {chi_bo}",
                "Nói thẳng, nói thật trong sinh hoạt chuyên đề ở {chi_bo}",
            ),
            sapos=(
                "Không ai đọc bài chuẩn bị sẵn. {n_pb} đảng viên {chi_bo} lần lượt tự soi mình theo chuyên đề “{chu_de}”.",
                "Nhận phần chưa làm được về mình trước khi góp ý cho đồng chí: {chi_bo} có một buổi chuyên đề nhiều điều phải nghĩ.",
            ),
            opening="""
Buổi sinh hoạt chuyên đề “{chu_de}” của {chi_bo} có {n_pb} ý kiến, ý kiến nào cũng bắt đầu từ việc của mình. || {hom}, {chi_bo} sinh hoạt chuyên đề “{chu_de}”; {n_pb} đảng viên tự liên hệ, không đọc bài viết sẵn.
Đồng chí {bi_thu}, Bí thư Chi bộ, nói trước và nhận hai việc mình làm chưa tốt. || Người chủ trì chỉ nhắc một câu: nói ngắn, nói thật, nói việc của mình trước.
""",
        ),
        Angle(
            titles=(
                "Sinh hoạt chuyên đề về “{chu_de}” ở {chi_bo}",
                "Bàn về “{chu_de}” trong sinh hoạt chuyên đề của {chi_bo}",
            ),
            sapos=(
                "Mỗi quý một chuyên đề, do đảng viên chuẩn bị và tự liên hệ: {chi_bo} duy trì đều đặn trong năm {nam}.",
                "Chuyện của thôn, số liệu của thôn, người trong cuộc kể: {chi_bo} bàn về “{chu_de}” bằng những ví dụ ai cũng biết.",
            ),
            opening="""
Chuyên đề về “{chu_de}” được {chi_bo} đăng ký từ đầu năm, phân công chuẩn bị từ đầu quý {quy}. || {hom}, tại nhà văn hoá thôn, {chi_bo} sinh hoạt chuyên đề về “{chu_de}”.
? Buổi sinh hoạt được tổ chức riêng, không ghép với kỳ sinh hoạt thường kỳ của tháng.
Trong phần trình bày, nhiều ví dụ được lấy ngay trong thôn nên người nghe dễ liên hệ. || Phần trình bày có số liệu của chính địa bàn, có việc làm được và chưa làm được.
""",
        ),
    ),
    body="""
## Liên hệ từ việc của mình || Nói thẳng việc chưa làm được || Thảo luận để tìm cách làm

Phần thảo luận có {n_pb} ý kiến, phần lớn là tự liên hệ. || {n_pb} đảng viên phát biểu, trong đó có cả những đồng chí tuổi cao và đảng viên dự bị.
Có đồng chí thẳng thắn nhận mình chưa vận động được anh em trong họ cùng thực hiện. || Một đảng viên trẻ đề xuất lập nhóm liên lạc của thôn để báo việc cho nhanh, tránh họp nhiều.
? {ba} dù đã được miễn sinh hoạt vẫn đến dự và góp ý: việc gì đảng viên làm trước thì dân làm theo rất nhanh.

Kết luận buổi sinh hoạt, Bí thư Chi bộ {bi_thu} nêu {n1} việc cụ thể, phân công người phụ trách và thời hạn. || Chi bộ thống nhất {n1} việc sẽ làm ngay trong quý, mỗi việc giao cho một đảng viên chịu trách nhiệm chính.
Kết quả được báo cáo tại kỳ sinh hoạt thường kỳ tháng {thang_sau}. || Đến cuối năm, việc thực hiện chuyên đề là một căn cứ để đánh giá, xếp loại đảng viên theo {qd_xeploai}.

Theo đánh giá của Đảng uỷ xã, các chi bộ trực thuộc đã thực hiện đúng quy định mỗi quý ít nhất một buổi sinh hoạt chuyên đề nêu tại {hd_shcb}. || Sinh hoạt chuyên đề mỗi quý một lần là yêu cầu của {hd_shcb}, đang được các chi bộ trong xã thực hiện đều.
""",
    quotes=(
        "Chuyên đề hay không phải vì dài, mà vì sau buổi họp có một việc trong thôn thay đổi.",
        "Chúng tôi chọn chuyện của thôn mình để bàn. Chuyện gần thì ai cũng có ý kiến.",
    ),
    figures=(("{n_cm}", "đảng viên dự"), ("{n_pb}", "ý kiến thảo luận"), ("{n1}", "việc được giao")),
    box=("Chuẩn bị một chuyên đề", "<ul><li>Đăng ký nội dung từ đầu năm</li><li>Phân công đảng viên viết, chi uỷ góp ý</li><li>Gửi đảng viên đọc trước ít nhất một ngày</li><li>Báo cáo kết quả thực hiện ở kỳ sinh hoạt sau</li></ul>"),
)  # fmt: skip


TOPICS = (REGULAR_MEETING, THEMATIC_MEETING)
