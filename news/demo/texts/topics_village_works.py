"""Topics of the villages' works: new countryside, digital services, crops."""

from .grammar import SATURDAY, Angle, Topic

NEW_COUNTRYSIDE = Topic(
    name="nong-thon-moi",
    section="nong-thon-moi",
    kicker="Nông thôn mới",
    tags=("nông thôn mới", "đường hoa"),
    pictures=("road", "hills", "lamp", "terraces"),
    weight=7,
    speaker="truong_thon",
    angles=(
        Angle(
            titles=("{thon} khoác áo mới từ tuyến đường hoa dài {met}", "Đường hoa {met} của bà con {thon}"),
            sapos=(
                "Từ {trieu} do nhân dân đóng góp và {cong}, {thon} có tuyến đường hoa dài {met}, nhà nào cũng nhận một đoạn để chăm.",
                "Những khóm hoa mười giờ, hoa giấy ở {thon} không chỉ đẹp mà còn là kết quả của sự đồng lòng: {n_ho_dy}/{n_ho} hộ tham gia.",
                "Sáng nào cũng có người tưới hoa, chiều nào cũng có người quét đường. Tuyến đường hoa {met} ở {thon} được giữ như sân nhà.",
            ),
            opening="""
Về {thon} những ngày này, dễ nhận ra sự đổi thay từ con đường trục thôn rộng {rong}, hai bên hoa nở. || Tuyến đường hoa dài {met} ở {thon} bắt đầu từ mấy bao hạt giống Chi hội Phụ nữ xin về.
Mỗi nhà nhận chăm đoạn trước cổng, nhà nào vắng người thì hàng xóm tưới giúp. || Bà con bảo nhau: trồng được là một chuyện, giữ cho hoa sống qua mùa nắng mới là chuyện khó.
""",
            pictures=("road",),
        ),
        Angle(
            titles=("Thắp sáng đường quê ở {thon}", "{n2} bóng đèn, {met} đường sáng ở {thon}"),
            sapos=(
                "{n2} bóng đèn năng lượng mặt trời làm sáng {met} đường {thon}; tiền mua đèn do con em xa quê gửi về.",
                "Trước đây, tối xuống là đường {thon} vắng tanh. Nay người già đi dạo, trẻ con đi học thêm về không còn sợ.",
                "Không tốn tiền điện, không cần kéo dây: {thon} thắp sáng đường quê bằng đèn năng lượng mặt trời.",
            ),
            opening="""
Bảy giờ tối, {n2} bóng đèn trên đường {thon} đồng loạt sáng. || {hom}, bà con {thon} bật thử {n2} bóng đèn năng lượng mặt trời vừa lắp dọc {met} đường.
Tiền mua đèn do con em xa quê gửi về, thợ lắp là đoàn viên trong thôn. || Mấy cụ già ra tận ngõ xem, có cụ đếm đủ từng bóng.
""",
            pictures=("lamp",),
        ),
        Angle(
            titles=(
                "{thon} về đích thôn nông thôn mới kiểu mẫu",
                "Giữ tiêu chí nông thôn mới ở {thon}: Không dừng lại sau khi đạt chuẩn",
            ),
            sapos=(
                "Đạt chuẩn đã khó, giữ chuẩn còn khó hơn. {thon} chọn cách giao từng tiêu chí cho từng đảng viên theo dõi.",
                "Hộ nghèo còn {tl_hn}, {pct} số hộ dùng nước hợp vệ sinh: {thon} được công nhận thôn nông thôn mới kiểu mẫu và đang lo giữ chuẩn.",
                "Ngày nhận bằng công nhận, {thon} họp ngay để bàn việc giữ tiêu chí môi trường.",
            ),
            opening="""
{thon} vừa được công nhận thôn nông thôn mới kiểu mẫu. || Tấm bằng công nhận thôn nông thôn mới kiểu mẫu được treo ở nhà văn hoá {thon}, bên cạnh là bảng phân công giữ từng tiêu chí.
Chi bộ giao mỗi tiêu chí cho một đảng viên theo dõi, ba tháng báo cáo một lần. || Ngay sau lễ đón bằng, thôn họp bàn cách giữ những tiêu chí dễ tụt nhất.
""",
            pictures=("hills", "hall", "road"),
        ),
        Angle(
            titles=("{n_ho_dy} hộ {thon} chỉnh trang vườn, cổng ngõ", "{thon} và {thon2} thi đua xây dựng vườn mẫu"),
            sapos=(
                "Vườn tạp được dọn, hàng rào xanh thay gạch vỡ: {n_ho_dy} hộ {thon} bắt tay chỉnh trang nhà cửa, vườn tược.",
                "Hai thôn chấm chéo nhau, điểm ghi ngay tại vườn: cuộc thi vườn mẫu giữa {thon} và {thon2} vui như hội.",
                "Vườn đẹp phải cho thu nhập. {thon} chọn {n2} vườn mẫu vừa gọn gàng vừa bán được rau quả quanh năm.",
            ),
            opening="""
{thon} có {n_ho_dy} hộ đăng ký chỉnh trang vườn, cổng ngõ trong năm {nam}. || {hom}, ban giám khảo gồm đại diện {thon} và {thon2} đi chấm {n2} khu vườn dự thi vườn mẫu.
Vườn tạp được dọn, lối đi lát gạch cũ, hàng rào xanh thay cho tường vỡ. || Tiêu chí đầu tiên không phải đẹp mà là sạch và có thu.
""",
            pictures=("house", "road", "hills"),
        ),
        Angle(
            titles=("Chi bộ bàn, dân làm: Chuyện nông thôn mới ở {thon}", "Từ nghị quyết chi bộ đến con đường trục {thon}"),
            sapos=(
                "Chi bộ ra nghị quyết, đảng viên làm trước, {n_ho_dy}/{n_ho} hộ làm theo: chuyện nông thôn mới ở {thon} bắt đầu như thế.",
                "Việc dễ làm trước, việc khó bàn kỹ. {chi_bo} chia nông thôn mới thành những phần việc bà con làm được.",
            ),
            opening="""
Bắt đầu từ nghị quyết của chi bộ, mỗi đảng viên {thon} nhận phụ trách {n1} hộ, cùng bà con bàn cách làm. || {chi_bo} ra nghị quyết chuyên đề về nông thôn mới, chọn việc dễ làm trước: dọn vệ sinh, trồng hoa, rồi mới đến mở đường, làm điện.
Trưởng thôn {truong_thon} cho biết, vài năm trước nơi đây vẫn là đường đất, mùa mưa lầy lội. || Ít ai nghĩ chỉ vài năm trước, học sinh ở đây vẫn phải xắn quần lội bùn đến trường.
""",
            pictures=("hills", "road", "meeting"),
        ),
    ),
    body="""
{tu_dau_nam}, bà con hiến {dat} đất, đóng góp {trieu} và {cong}. || Nhà ít góp công, nhà nhiều góp của, tổng cộng được {trieu} cùng {cong}.
? Con em xa quê cũng gửi về {trieu_it} giúp thôn.

## Dân biết, dân bàn, dân làm || Mỗi người một việc || Giữ chuẩn khó hơn đạt chuẩn

{anh} tự tay chuyển cổng nhà lùi vào gần hai mét. || Gia đình {anh} hiến đất, còn nhận chăm sóc {met} đường trước nhà.
Hội Phụ nữ trồng hoa, Đoàn Thanh niên vẽ tường, Hội Cựu chiến binh trông coi hệ thống đèn. || Mỗi đoàn thể nhận một đoạn: phụ nữ trồng hoa, thanh niên treo đèn, cựu chiến binh giữ trật tự.

Đến nay, thôn chỉ còn {n_hn}/{n_ho} hộ nghèo ({tl_hn}), thu nhập tăng đều. || Toàn thôn có {n_ho} hộ, hộ nghèo giảm còn {tl_hn}; {pct} số hộ dùng nước hợp vệ sinh.
Việc còn trăn trở là thu gom rác ở các xóm lẻ và duy trì chăm sóc hoa vào mùa khô. || Tiêu chí khó nhất hiện nay là môi trường, nhất là xử lý chất thải chăn nuôi.
Đảng uỷ xã đặt mục tiêu có thêm {n1b} thôn kiểu mẫu trong năm {nam_sau}. || Thời gian tới, xã hỗ trợ xi măng để {thon2} làm tiếp đoạn đường còn lại.
""",
    quotes=(
        "Đường làm xong là của dân, nên dân giữ. Sáng nào cũng có người quét, chẳng cần phân công.",
        "Họp ba buổi mới xong chuyện cái cổng. Nhưng xong rồi thì vui cả làng.",
    ),
    figures=(
        ("{so_dat}", "mét vuông đất nhân dân hiến"), ("{so_cong}", "ngày công đóng góp"), ("{tl_hn}", "tỉ lệ hộ nghèo"), ("{n_ho_dy}/{n_ho}", "hộ tham gia"),
    ),
)  # fmt: skip


DIGITAL = Topic(
    name="chuyen-doi-so",
    section="chuyen-doi-so",
    kicker="Chuyển đổi số",
    tags=("chuyển đổi số", "dịch vụ công trực tuyến"),
    pictures=("digital", "network", "charts"),
    weight=6,
    speaker="thanh_nien",
    angles=(
        Angle(
            titles=("Tổ công nghệ số {thon} gõ cửa từng nhà", "Theo chân tổ công nghệ số {thon}"),
            sapos=(
                "Tổ công nghệ số cộng đồng {thon} với {n1} thành viên đã giúp {n4} lượt người dân nộp hồ sơ trực tuyến {tu_dau_nam}.",
                "Nhà xa, sóng yếu, người già ngại máy: tổ công nghệ số {thon} chọn cách đến tận nơi, ngồi cạnh và chỉ từng nút bấm.",
                "{n1} thành viên, mỗi người một xóm. Tổ công nghệ số {thon} không mở lớp, chỉ đi gõ cửa từng nhà.",
            ),
            opening="""
Cơm tối xong, tổ công nghệ số {thon} chia nhau đi các xóm, mỗi người một chiếc điện thoại và một cuốn sổ. || Tổ công nghệ số {thon} có {n1} thành viên, nòng cốt là đoàn viên và giáo viên trẻ.
Họ ngồi cạnh, để bà con tự bấm, sai thì làm lại từ đầu. || Nhà nào có người già, tổ đến nhiều lần hơn, mỗi lần chỉ dạy một việc.
""",
        ),
        Angle(
            titles=("{pct} hồ sơ của người dân {thon} được nộp trực tuyến", "Ngồi ở {thon}, nộp hồ sơ lên xã"),
            sapos=(
                "{pct} hồ sơ của người dân {thon} trong tháng {thang} được nộp từ nhà, không phải đi lại.",
                "Một lần đi xã mất cả buổi, một lần nộp trực tuyến mất mười phút: người {thon} tự tính và chọn.",
                "Khai sinh cho con, đóng tiền điện, tra kết quả hồ sơ: người dân {thon} làm được ngay tại nhà.",
            ),
            opening="""
Trong tháng {thang}, {pct} hồ sơ của người dân {thon} được nộp trực tuyến. || Người đầu tiên ở {thon} nộp hồ sơ khai sinh cho con từ nhà là một bác thợ xây, mất đúng mười hai phút.
Trước đây, muốn nộp một bộ hồ sơ phải mất cả buổi đi lại. || Kết quả được báo qua tin nhắn, ai cần bản giấy thì hẹn ngày đến lấy.
""",
        ),
        Angle(
            titles=("Đảng viên {chi_bo} đi đầu dùng sổ tay điện tử", "Họp không giấy ở {chi_bo}: Bớt in ấn, thêm thảo luận"),
            sapos=(
                "{n_cm} đảng viên {chi_bo} đọc tài liệu, góp ý nghị quyết trên sổ tay điện tử; buổi sinh hoạt bớt giấy, thêm thời gian bàn việc.",
                "Không còn tập tài liệu phô tô dày cộp, {chi_bo} gửi dự thảo qua sổ tay đảng viên điện tử trước {n1b} ngày.",
                "Đảng viên cao tuổi nhất {chi_bo} nay cũng mở được sổ tay điện tử, chữ phóng to, đọc trước khi đi họp.",
            ),
            opening="""
Ở {chi_bo}, {n_cm} đảng viên đã dùng sổ tay điện tử để đọc tài liệu, góp ý nghị quyết. || Kỳ sinh hoạt gần đây nhất, {chi_bo} không in một trang tài liệu nào.
Người chưa quen được đảng viên trẻ ngồi cạnh giúp mấy kỳ đầu. || Mấy đồng chí cao tuổi vẫn được phát bản in chữ to, để không ai bị bỏ lại.
""",
            pictures=("meeting", "digital"),
        ),
        Angle(
            titles=(
                "Lớp học buổi tối: Người cao tuổi {thon} làm quen điện thoại thông minh",
                "{n2} học viên tóc bạc của lớp điện thoại thông minh ở {thon}",
            ),
            sapos=(
                "Chiếc điện thoại không còn chỉ để nghe gọi. Ở {thon}, người cao tuổi học gọi hình, đọc tin, tra kết quả hồ sơ.",
                "Lớp học buổi tối ở {thon} có {n2} học viên, người nhiều tuổi nhất đã ngoài tám mươi, người dạy là các cháu đoàn viên.",
                "Bài đầu tiên là phóng to chữ, bài thứ hai là gọi hình cho con: lớp điện thoại thông minh của người cao tuổi {thon} dạy đúng điều các cụ cần.",
            ),
            opening="""
Bảy giờ tối, nhà văn hoá {thon} sáng đèn, {n2} cụ già ngồi quanh những chiếc bàn dài, tay cầm điện thoại. || Lớp dùng điện thoại thông minh ở {thon} có {n2} học viên, phần lớn tóc đã bạc.
Bài đầu tiên là phóng to chữ và chỉnh tiếng chuông. || Cụ nào quên thì hỏi lại, không ai cười, vì ai cũng quên.
""",
        ),
        Angle(
            titles=("“Ngày thứ Bảy số” ở {thon}", "Thứ Bảy ở nhà văn hoá {thon}: Làm hồ sơ, hỏi chuyện mạng"),
            sapos=(
                "“Ngày thứ Bảy số” ở {thon} đón {n3} lượt người đến nộp hồ sơ, cài tài khoản định danh, hỏi chuyện an toàn mạng.",
                "Người đi làm cả tuần được phục vụ vào thứ Bảy: {thon} mở cửa nhà văn hoá, có mạng, có người hướng dẫn.",
            ),
            opening="""
Thứ Bảy này, nhà văn hoá {thon} mở cửa từ sáng, có mạng, máy tính và {n1} đoàn viên trực. || “Ngày thứ Bảy số” ở {thon} đón {n3} lượt người, đông nhất là người đi làm công ty được nghỉ cuối tuần.
Ai cần nộp hồ sơ thì nộp, ai cần cài ứng dụng thì cài, ai muốn hỏi chuyện mạng thì hỏi. || Nhiều người đưa cả bố mẹ đi cùng để học gọi hình.
""",
            weekdays=(SATURDAY,),
        ),
        Angle(
            titles=("Cảnh giác lừa đảo qua mạng: Buổi nói chuyện ở {thon}", "Suýt mất tiền vì một cuộc gọi: Chuyện kể ở {thon}"),
            sapos=(
                "Từ chuyện một người suýt chuyển {trieu_it} cho kẻ giả danh, {thon} tổ chức buổi nói chuyện về an toàn mạng cho {n3} người.",
                "Không bấm đường dẫn lạ, không đọc mã xác thực, không chuyển tiền khi chưa gọi lại: ba điều người dân {thon} học thuộc.",
                "{hom}, tổ công nghệ số và công an xã nói chuyện với người dân {thon} về các kiểu lừa đảo qua mạng.",
            ),
            opening="""
{hom}, tổ công nghệ số và công an xã nói chuyện với {n3} người dân {thon} về các kiểu lừa đảo qua mạng. || Một người ở {thon} suýt chuyển {trieu_it} cho kẻ tự xưng là cán bộ ngân hàng, may có con gái ngăn kịp.
Chuyện được kể lại tại buổi nói chuyện để cả thôn cùng rút kinh nghiệm. || Mỗi kiểu lừa đảo được diễn lại như một vở kịch ngắn, bà con vừa cười vừa nhớ.
""",
            pictures=("network", "digital"),
        ),
    ),
    body="""
{ba} lần đầu tự nộp được hồ sơ mà không phải nhờ con cháu. || {ba} vui vì đã biết gọi hình cho con đang làm ở xa, biết tra kết quả hồ sơ.
{tu_dau_nam}, tổ công nghệ số hướng dẫn {n4} lượt người, cài đặt tài khoản định danh cho {n3} hộ. || Sau {n1} tháng, {pct} số hộ trong thôn có ít nhất một người biết dùng dịch vụ công trực tuyến.
? Những nhà ở xa trung tâm, sóng yếu, tổ đến tận nơi.

## Đảng viên làm trước || Từ chi bộ đến từng nhà || Những vướng mắc còn lại

Trong sinh hoạt chi bộ, tài liệu được gửi trước qua sổ tay đảng viên điện tử, giảm hẳn việc in ấn. || Ở {chi_bo}, đảng viên nào cũng nhận giúp một gia đình hàng xóm biết nộp hồ sơ từ nhà.
{thanh_nien}, cho biết khó nhất là giữ thói quen, vì nhiều người học xong vài tuần lại quên. || Theo {thanh_nien}, cần kiên trì và dạy đúng việc bà con cần, không dạy lan man.
Bên cạnh tiện ích, tổ dành thời gian nói về cách nhận biết cuộc gọi giả danh, đường dẫn lạ. || Mỗi buổi đều có mười phút nói về an toàn mạng: không bấm đường dẫn lạ, không chuyển tiền khi chưa kiểm tra.

Đảng uỷ xã yêu cầu các chi bộ đưa chỉ tiêu chuyển đổi số vào nghị quyết năm, gắn với trách nhiệm nêu gương của đảng viên. || Kế hoạch năm {nam_sau} của xã là phủ sóng các điểm lõm ở {thon2}, {thon3} và trang bị thêm máy tính cho nhà văn hoá.
""",
    quotes=(
        "Bà con chỉ cần làm được một lần là không sợ nữa. Lần sau các bác dạy lại nhau.",
        "Số hoá mà người già bị bỏ lại thì chưa gọi là thành công.",
    ),
    figures=(("{n4}", "lượt người được hướng dẫn"), ("{n3}", "hộ được cài tài khoản định danh"), ("{n1}", "thành viên tổ công nghệ số")),
    box=("Ba không khi dùng mạng", "<ul><li>Không cung cấp mã xác thực cho bất kỳ ai</li><li>Không bấm vào đường dẫn lạ</li><li>Không chuyển tiền khi chưa gọi lại kiểm tra</li></ul>"),
)  # fmt: skip


CROPS = Topic(
    name="mua-vu",
    section="nong-nghiep",
    kicker="Mùa vụ",
    tags=("nông nghiệp", "mùa vụ"),
    pictures=("terraces", "reservoir", "river"),
    weight=6,
    speaker="nong_dan",
    extra={"giong": ("lúa thuần chất lượng cao", "lúa lai ngắn ngày", "lúa nếp địa phương")},
    angles=(
        Angle(
            titles=("{thon} xuống đồng đúng khung thời vụ", "Bà con {thon} ra đồng gieo cấy {ha} {giong}"),
            sapos=(
                "Cùng một giống, cùng ngày xuống đồng: {thon} gieo cấy {ha} trong khung thời vụ tốt nhất.",
                "Từ sáng sớm, máy làm đất đã chạy trên cánh đồng {thon}. Bà con tranh thủ nước về để cấy cho xong {ha}.",
                "Giống, phân, nước được lo trước cả tháng, {thon} bước vào vụ mới nhẹ nhàng hơn mọi năm.",
            ),
            opening="""
Từ sáng sớm, trên cánh đồng {thon} đã rộn tiếng máy, tiếng người. || Những ngày này, bà con {thon} tranh thủ thời tiết thuận lợi để làm đất, gieo cấy.
Vụ này, cánh đồng {thon} và vùng lân cận gieo trồng {ha}, chủ yếu là {giong}. || Diện tích {giong} chiếm phần lớn trong {ha} gieo trồng.
""",
            months=(1, 2, 3, 6, 7),
        ),
        Angle(
            titles=("Bà con {thon} phấn khởi vì được mùa, năng suất {ta}", "Mùa gặt ở {thon}: Năng suất bình quân {ta}"),
            sapos=(
                "Nhờ thống nhất lịch gieo cấy và chủ động nước, {thon} có một vụ thuận lợi với năng suất bình quân {ta}.",
                "Máy gặt chạy từ sớm, xe chở thóc nối nhau về sân kho: {thon} được mùa, năng suất {ta}.",
                "Được mùa lại được giá, bà con {thon} vừa gặt vừa tính chuyện vụ sau.",
            ),
            opening="""
Cánh đồng {thon} vào những ngày gặt rộ. || Máy gặt đi đến đâu, thóc đóng bao đến đó, sân kho {thon} vàng óng.
Năng suất bình quân đạt {ta}, cao hơn vụ trước. || {anh} nhẩm tính, với năng suất {ta}, trừ chi phí vẫn còn khá.
""",
            months=(5, 6, 9, 10, 11),
            pictures=("harvest", "ripe", "drying"),
        ),
        Angle(
            titles=("{thon} chủ động nước tưới cho {ha} cây trồng", "Nạo vét {km} kênh mương, {thon} đón nước về đồng"),
            sapos=(
                "{km} kênh mương được nạo vét bằng {cong}, {thon} chủ động nước cho {ha} cây trồng.",
                "Nước về theo lịch, cánh đồng trên nhường cánh đồng dưới: {thon} không còn cảnh thức đêm canh nước.",
                "Trước khi mở nước, bà con {thon} khơi lại {km} mương, nhà nào cũng có người ra đồng.",
            ),
            opening="""
{hom}, bà con {thon} ra quân nạo vét {km} kênh mương với {cong}. || Lịch mở nước được dán ở nhà văn hoá {thon}: ngày nào, cánh đồng nào, ai trông cống.
Nhờ vậy, {ha} cây trồng có đủ nước, kể cả những thửa cuối nguồn. || Tổ thuỷ nông có {n1} người, thay nhau đi dọc mương từ sáng sớm.
""",
            pictures=("reservoir", "river"),
        ),
        Angle(
            titles=("Cánh đồng một giống ở {thon}: Bỏ bờ thửa, giữ tình làng", "{n3} hộ {thon} góp ruộng làm cánh đồng lớn"),
            sapos=(
                "{n3} hộ ở {thon} bỏ bờ thửa, cấy cùng một giống {giong} trên {ha}, máy đi một lượt không phải quay lại.",
                "Bỏ bờ thửa thì ranh ruộng ở đâu? {thon} trả lời bằng tấm bản đồ và lời hứa giữa những người hàng xóm.",
            ),
            opening="""
{n3} hộ ở {thon} góp ruộng thành một cánh đồng {ha}, cấy cùng giống {giong}. || Ngày máy san bờ thửa đầu tiên ở {thon}, nhiều người ra xem mà lòng chưa yên.
Ranh từng nhà được vẽ trên bản đồ, có chữ ký của người liền ruộng. || Chuyện khó nhất không phải kỹ thuật mà là lòng tin: thóc chung thì chia thế nào.
""",
            pictures=("terraces", "ripe"),
        ),
        Angle(
            titles=("Phòng trừ sâu bệnh trên {ha} cây trồng ở {thon}", "Thăm đồng sớm, {thon} chặn sâu bệnh từ ổ nhỏ"),
            sapos=(
                "Phát hiện sớm, phun đúng lúc, đúng thuốc: {thon} giữ được {ha} cây trồng qua đợt sâu bệnh.",
                "Mỗi sáng một người đi một cánh đồng, chụp ảnh lá lúa gửi cán bộ khuyến nông: {thon} có cách phòng sâu bệnh ít tốn kém.",
            ),
            opening="""
Cán bộ khuyến nông cùng bà con {thon} đi kiểm tra {ha} cây trồng sau khi có tin báo sâu cuốn lá. || Ở {thon}, mỗi sáng có một người được phân công đi hết cánh đồng, thấy lá lạ thì chụp ảnh gửi khuyến nông.
{n2} ổ sâu bệnh được phát hiện sớm, khoanh lại xử lý ngay. || Nhờ phát hiện sớm, bà con chỉ phải phun cục bộ, đỡ một nửa tiền thuốc.
""",
            months=(3, 4, 5, 7, 8, 9),
        ),
        Angle(
            titles=("{thon} chuyển đất kém hiệu quả sang trồng {nong_san}", "{nong_san} bén đất ở {thon}"),
            sapos=(
                "{ha_it} đất cấy lúa kém hiệu quả ở {thon} được chuyển sang trồng {nong_san}, thu nhập khá hơn hẳn.",
                "Đất dốc, thiếu nước, cấy lúa bấp bênh. Bà con {thon} thử trồng {nong_san} và thấy được.",
            ),
            opening="""
{n2} hộ ở {thon} chuyển {ha_it} đất kém hiệu quả sang trồng {nong_san}. || Thửa ruộng cao của {anh} từng bỏ hoang vụ đông, nay phủ kín {nong_san}.
Năm đầu, ai cũng dè dặt, chỉ dám thử vài sào. || Hợp tác xã lo giống và đầu ra nên bà con yên tâm làm.
""",
            pictures=("terraces", "market", "hills"),
        ),
        Angle(
            titles=("Sau mưa lớn, {thon} khẩn trương khôi phục sản xuất", "{thon} tiêu úng, cứu {ha} cây trồng sau mưa lớn"),
            sapos=(
                "Mưa dứt, bà con {thon} ra đồng khơi cống, dựng lại lúa đổ; {ha} cây trồng bị ngập được cứu kịp.",
                "Dân quân, đoàn viên cùng bà con {thon} tiêu úng suốt đêm, giữ được phần lớn diện tích.",
            ),
            opening="""
Mưa lớn hai ngày liền làm ngập {ha} cây trồng ở {thon}. || Nước vừa rút, bà con {thon} đã ra đồng khơi cống, dựng lại những vạt lúa đổ.
{n2} dân quân, đoàn viên được huy động giúp các hộ neo người. || Máy bơm của hợp tác xã chạy suốt đêm, đến sáng thì đồng trên cạn nước.
""",
            months=(5, 6, 7, 8, 9, 10),
            pictures=("river", "reservoir"),
        ),
    ),
    body="""
Từ đầu vụ, Đảng uỷ xã giao từng chi bộ chỉ đạo lịch thời vụ. || {chi_bo} họp bàn trước vụ gần một tháng, thống nhất cùng một giống, cùng lịch làm đất.
Hội Nông dân và hợp tác xã cung ứng giống, phân bón trả chậm cho {n3} hộ. || Hợp tác xã đứng ra làm đất bằng máy, lo nước và thu mua cho {n3} hộ.
? Cán bộ khuyến nông mở {n1} lớp hướng dẫn ngay tại bờ ruộng.

{ba} có bốn sào ruộng, năm nay giảm được hai lần phun thuốc nhờ làm theo hướng dẫn. || {ba} bảo làm ruộng bây giờ đỡ vất vả hơn, chỉ lo giá.
{nong_dan}, cho biết cánh đồng cùng trà, cùng giống giúp giảm chi phí và dễ tiêu thụ. || Theo {nong_dan}, điều đáng mừng là bà con đã quen ghi sổ sản xuất, dùng thuốc đúng lúc, đúng liều.

## Còn đó nỗi lo || Liên kết để đi đường dài

Khó khăn vẫn còn: giá vật tư cao, thời tiết thất thường, một số chân ruộng cuối nguồn thiếu nước. || Nỗi lo của bà con là đầu ra, khi thương lái mua lúc cao, lúc thấp.
Xã đang kết nối với doanh nghiệp để bao tiêu {nong_san}, trước mắt thí điểm tại {thon2}. || Để giải quyết, xã hỗ trợ hợp tác xã ký hợp đồng tiêu thụ {nong_san} và làm mã số vùng trồng.
Cơ quan chuyên môn khuyến cáo bà con thăm đồng thường xuyên, phát hiện sớm sâu bệnh. || Ban Chỉ huy phòng thủ dân sự xã phân công trực, sẵn sàng tiêu úng khi có mưa lớn.
""",
    quotes=("Làm ruộng bây giờ phải tính như làm kinh tế: tính giống, tính nước, tính cả người mua.",),
    figures=(("{n3}", "hộ được cung ứng giống, vật tư"), ("{n1}", "lớp hướng dẫn tại ruộng")),
)  # fmt: skip


TOPICS = (NEW_COUNTRYSIDE, DIGITAL, CROPS)
