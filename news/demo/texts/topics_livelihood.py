"""Topics of livelihood: roads, cooperatives, environment."""

from .grammar import SUNDAY, Angle, Topic

ROADS = Topic(
    name="giao-thong",
    section="nong-thon-moi",
    kicker="Đường làng",
    tags=("giao thông nông thôn", "hiến đất"),
    pictures=("road", "bridge", "house"),
    weight=5,
    speaker="truong_thon",
    angles=(
        Angle(
            titles=("Khánh thành {km} đường bê tông ở {thon}", "{km} đường bê tông ở {thon} đưa vào sử dụng"),
            sapos=(
                "Con đường dài {km}, mặt rộng {rong}, tổng kinh phí {ti}, trong đó nhân dân {thon} đóng góp {trieu} và hiến {dat} đất.",
                "{hom}, bà con {thon} dự lễ khánh thành con đường mà cả thôn góp công suốt {n1} tháng.",
            ),
            opening="""
{hom}, nhân dân {thon} phấn khởi dự lễ đưa vào sử dụng tuyến đường dài {km}. || Sau {n1} tháng thi công, tuyến đường dài {km} qua {thon} đã hoàn thành.
Mặt đường rộng {rong}, đổ bê tông dày, có rãnh thoát nước hai bên; tổng kinh phí {ti}. || Công trình có tổng kinh phí {ti}, trong đó Nhà nước hỗ trợ vật liệu, nhân dân đóng góp {trieu} và hiến {dat} đất.
""",
            pictures=("road",),
        ),
        Angle(
            titles=("Nhịp cầu mới nối {thon} với {thon2}", "Có cầu mới, {thon} sang {thon2} không còn phải đi vòng"),
            sapos=(
                "Cây cầu dân sinh nối {thon} với {thon2} rút ngắn quãng đường học sinh đến trường, nông sản ra chợ.",
                "Người {thon} không còn phải lội suối mỗi mùa mưa: cây cầu sang {thon2} đã thông xe.",
            ),
            opening="""
Cây cầu dân sinh nối {thon} với {thon2} vừa thông xe. || Trước ngày có cầu, từ {thon} sang {thon2} phải đi vòng gần một giờ, mùa mưa thì đành chịu.
Cầu có tổng kinh phí {ti}, nhân dân hai thôn góp {cong} làm đường dẫn dài {met}. || Đường dẫn hai đầu cầu dài {met} do bà con hai thôn tự làm, góp {cong}.
""",
            pictures=("bridge",),
        ),
        Angle(
            titles=("Hiến {dat} đất, bà con {thon} mở rộng đường ra đồng", "{thon} góp {cong} làm đường nội đồng"),
            sapos=(
                "Đường ra đồng được mở rộng lên {rong}, máy gặt vào tận ruộng: bà con {thon} hiến {dat} đất không lấy tiền.",
                "{cong}, {trieu} và {dat} đất: phần góp của người dân {thon} cho con đường nội đồng.",
                "Mùa gặt này, bà con {thon} không còn phải gánh lúa: đường nội đồng dài {km} đã xong.",
            ),
            opening="""
Con đường ra đồng của {thon} được mở rộng lên {rong}, dài {km}. || Nhiều năm, bà con {thon} phải gánh lúa qua bờ ruộng; nay đường nội đồng dài {km} đã xong.
{n2} hộ có ruộng ven đường hiến {dat} đất, không ai đòi đền bù. || Để có mặt bằng, {n2} hộ hiến {dat} đất, có nhà mất gần một luống rau.
""",
            pictures=("road", "terraces"),
        ),
        Angle(
            titles=("Xoá điểm lầy lội cuối cùng trên đường vào {thon}", "Đoạn dốc {met} ở {thon} hết cảnh bùn lầy"),
            sapos=(
                "Đoạn dốc dài {met} đầu {thon} từng làm xe chở nông sản phải đỗ từ xa; nay đã được đổ bê tông.",
                "Trời mưa đi học không còn phải xách dép: {thon} xoá xong điểm lầy lội cuối cùng.",
            ),
            opening="""
Đoạn dốc dài {met} đầu {thon}, điểm lầy lội cuối cùng trên đường vào thôn, đã được đổ bê tông. || Trước đây, mỗi khi mưa, đoạn dốc đầu {thon} trơn trượt, xe chở nông sản phải đỗ từ xa.
Vật liệu do xã hỗ trợ, {cong} do bà con góp. || Chỉ trong {n1} ngày, bà con góp {cong}, đổ xong đoạn đường.
""",
            pictures=("road", "house"),
        ),
        Angle(
            titles=("Gỡ vướng mặt bằng tuyến đường {ten_thon} – {ten_thon3}", "Bàn giao xong mặt bằng đường {ten_thon} – {ten_thon3}"),
            sapos=(
                "Vướng mắc ở {n1} hộ cuối cùng được gỡ bằng những cuộc gặp tại vườn; tuyến đường {ten_thon} – {ten_thon3} có đủ mặt bằng để thi công.",
                "Bà con không phản đối làm đường, bà con muốn biết mương thoát nước đi phía nào. Chuyện mặt bằng tuyến {ten_thon} – {ten_thon3}.",
            ),
            opening="""
Tuyến đường {ten_thon} – {ten_thon3} dài {km} từng dừng lại vì vướng mặt bằng của {n1} hộ. || Cuộc họp về mặt bằng tuyến đường {ten_thon} – {ten_thon3} diễn ra ngay ngoài vườn, có bản vẽ trải trên chiếu.
Hỏi kỹ mới biết bà con không tiếc đất mà lo nước mưa dồn về phía nhà mình. || Cán bộ kỹ thuật cắm cọc tại chỗ, chỉ rõ hướng thoát nước, từng hộ ra xem.
""",
        ),
    ),
    body="""
Chi bộ đưa việc làm đường vào nghị quyết, thành lập ban vận động và tổ giám sát cộng đồng. || Họp dân, chi bộ đề nghị đảng viên làm trước; chỉ trong một tuần, {n_pb} đảng viên đã tự lùi tường rào.
? {ba} dù chỉ còn mảnh vườn nhỏ vẫn hiến một phần để con đường thẳng hơn.

Trưởng thôn {truong_thon} kể, hôm ra quân dọn mặt bằng, người nấu nước, người soi đèn, đông vui như hội. || Theo trưởng thôn {truong_thon}, nhà nào neo người thì hàng xóm làm giúp, không ai tính công.
Tổ giám sát cộng đồng được giao theo dõi từng mẻ trộn, kiểm tra độ dày, ghi sổ và công khai. || Mọi khoản chi đều được niêm yết, tổ giám sát cộng đồng ký xác nhận từng chuyến vật liệu.

Có đường, xe tải vào tận vườn, {nong_san} sẽ bán được giá hơn. || Tính chuyện lâu dài, {n2} hộ mạnh dạn trồng {nong_san}, mở cửa hàng, mua máy.
Xã tiếp tục đề nghị cấp trên hỗ trợ làm đoạn còn lại nối ra đường liên xã. || Đoạn còn lại nối ra đường liên xã sẽ được khởi công trong năm {nam_sau}.
""",
    quotes=("Đường đến đâu, nếp nghĩ đổi đến đấy. Trước lo bùn, nay lo trồng cây gì cho được giá.",),
    figures=(("{so_km}", "ki-lô-mét đường"), ("{so_ti}", "tỉ đồng tổng kinh phí"), ("{so_dat}", "mét vuông đất nhân dân hiến")),
)  # fmt: skip


COOPERATIVES = Topic(
    name="hop-tac-xa",
    section="nong-nghiep",
    kicker="Kinh tế tập thể",
    tags=("hợp tác xã", "OCOP", "nông nghiệp"),
    pictures=("market", "charts", "terraces"),
    weight=4,
    speaker="nong_dan",
    angles=(
        Angle(
            titles=("Đảng viên {thon} đứng ra lập hợp tác xã trồng {nong_san}", "Người đảng viên và vùng {nong_san} ở {thon}"),
            sapos=(
                "Đảng viên đứng ra vay vốn, thuê kỹ sư, làm trước: hợp tác xã trồng {nong_san} ở {thon} nay có {n2} hộ tham gia.",
                "Từ vườn nhà một đảng viên, {nong_san} ở {thon} thành hàng hoá trên {ha_it}.",
            ),
            opening="""
Người đứng ra lập hợp tác xã trồng {nong_san} ở {thon} là {anh}, đảng viên {chi_bo}. || {anh}, đảng viên {chi_bo}, là người đứng ra vay vốn, thuê kỹ sư về hướng dẫn trồng {nong_san}.
Năm đầu chỉ có {n1} hộ đảng viên theo ông. || Ông bảo, mình làm trước, có lỗ thì một mình mình lỗ.
""",
            pictures=("terraces", "market"),
        ),
        Angle(
            titles=("Đưa {nong_san} {thon} lên sàn thương mại điện tử", "{nong_san} {thon} bán qua mạng: Chuyện của những người mới tập"),
            sapos=(
                "Chụp ảnh, viết lời giới thiệu, đóng gói: các hội viên ở {thon} học bán {nong_san} trên sàn thương mại điện tử.",
                "Đơn hàng đầu tiên đi xa hơn nghìn cây số. {nong_san} {thon} giờ có {n1} gian hàng trên mạng.",
            ),
            opening="""
Đơn hàng {nong_san} đầu tiên của {thon} qua mạng chỉ có hai cân nhưng cả tổ xúm lại gói. || Các hội viên ở {thon} vừa qua lớp bán hàng trực tuyến, gian hàng {nong_san} đã có khách hỏi.
Khó nhất là chụp ảnh cho thật và trả lời khách cho nhanh. || Mấy hôm đầu, đoàn viên ngồi cạnh giúp trả lời tin nhắn, nay các chị đã tự làm được.
""",
            pictures=("digital", "market"),
        ),
        Angle(
            titles=("{nong_san} {thon} được công nhận sản phẩm OCOP", "Hành trình lấy sao OCOP của {nong_san} {thon}"),
            sapos=(
                "Sau hai năm ghi nhật ký sản xuất, làm lại bao bì, {nong_san} {thon} được công nhận sản phẩm OCOP.",
                "Ngôi sao OCOP giúp {nong_san} {thon} bán được giá hơn, nhưng cũng buộc {n2} hộ phải làm đúng quy trình.",
            ),
            opening="""
{nong_san} {thon} vừa được công nhận sản phẩm OCOP. || Tờ giấy công nhận sản phẩm OCOP của {nong_san} {thon} được treo ở kho, ngay trên bảng quy trình.
Để có ngày này, {n2} hộ ghi nhật ký sản xuất suốt hai năm. || Hai năm làm hồ sơ, có lúc nhiều hộ muốn bỏ vì ngại ghi chép.
""",
            pictures=("market",),
        ),
        Angle(
            titles=("Tổ hợp tác {nong_san} ở {thon}: Cùng làm, cùng hưởng", "{n2} hộ {thon} liên kết trồng {nong_san}"),
            sapos=(
                "Từ {n1} thành viên ban đầu, tổ hợp tác trồng {nong_san} ở {thon} nay có {n2} hộ, doanh thu năm {nam_truoc} đạt {ti}.",
                "Chi bộ vận động, đảng viên đi trước, tổ hợp tác {nong_san} giúp người dân {thon} yên tâm về đầu ra.",
            ),
            opening="""
Tổ hợp tác trồng {nong_san} {thon} bắt đầu từ {n1} hộ đảng viên. || Cách đây ít năm, {nong_san} ở {thon} chủ yếu bán lẻ ngoài chợ, giá bấp bênh.
Thấy hiệu quả, {n2} hộ cùng tham gia, diện tích đến nay đạt {ha_it}. || Đến nay đã có {n2} hộ liên kết sản xuất trên {ha_it}.
""",
        ),
        Angle(
            titles=("Vốn chính sách giúp {n3} hộ {thon} phát triển sản xuất", "{ti} vốn vay ưu đãi và cách làm ăn mới ở {thon}"),
            sapos=(
                "{n3} hộ {thon} được vay vốn qua Hội Nông dân, không có nợ quá hạn; nhiều hộ chuyển sang trồng {nong_san}.",
                "Vay ít, hướng dẫn kỹ, đến tận nhà xem: tổ vay vốn {thon} giúp {n3} hộ làm ăn có lãi.",
            ),
            opening="""
{n3} hộ ở {thon} đang sử dụng vốn vay ưu đãi qua Hội Nông dân để phát triển sản xuất. || Tổ vay vốn {thon} có quy ước: vay xong một tháng, cả tổ đến xem chuồng, xem vườn.
Phần lớn đầu tư trồng {nong_san}, nuôi trâu bò sinh sản. || Nhờ vậy, nhiều năm liền tổ không có nợ quá hạn.
""",
            pictures=("charts", "market"),
        ),
    ),
    body="""
Hợp tác xã cung ứng giống, hướng dẫn kỹ thuật và ký hợp đồng thu mua từ đầu vụ. || Các hộ ghi nhật ký sản xuất, dùng chung kho lạnh, máy sấy và nhãn hàng.
Năm {nam_truoc}, doanh thu đạt {ti}, mỗi hộ thành viên lãi bình quân {trieu_it}. || Doanh thu năm {nam_truoc} đạt {ti}; {n1b} hộ nghèo tham gia đã thoát nghèo.
? Sản phẩm có mặt tại {n1} cửa hàng và trên một số sàn thương mại điện tử.

## Vai trò của chi bộ || Chuyện đầu ra

Chi bộ không làm thay nhưng lo chuyện lớn: nối điện, mở đường, đứng ra bảo lãnh uy tín để bà con vay vốn. || Trong nghị quyết hằng tháng, chi bộ luôn có một mục về hợp tác xã, ai phụ trách việc gì đều ghi rõ.
{nong_dan}, cho biết Hội đang quản lý vốn vay uỷ thác cho {n3} hộ, không có nợ quá hạn. || Theo {nong_dan}, khó khăn hiện nay là thiếu kho bảo quản và người biết bán hàng trên mạng.
Xã định hướng mỗi cụm thôn có ít nhất một sản phẩm chủ lực, gắn với mã số vùng trồng và truy xuất nguồn gốc. || Thời gian tới, xã mở lớp bán hàng trực tuyến và hỗ trợ làm lại bao bì cho {n1b} sản phẩm.
""",
    quotes=("Một nhà làm thì dễ bỏ cuộc. Hai chục nhà cùng làm thì có người nhắc, có người giữ.",),
    figures=(("{n2}", "hộ liên kết"), ("{so_ha_it}", "héc-ta"), ("{so_ti}", "tỉ đồng doanh thu năm {nam_truoc}")),
)  # fmt: skip


ENVIRONMENT = Topic(
    name="moi-truong",
    section="nong-thon-moi",
    kicker="Môi trường",
    tags=("môi trường", "trồng cây"),
    pictures=("planting", "river", "road", "hills"),
    weight=4,
    speaker="phu_nu",
    angles=(
        Angle(
            titles=("Ra quân vệ sinh môi trường ở {thon} và {thon2}", "{n3} người dân {thon} ra quân làm sạch đường làng"),
            sapos=(
                "{n3} người dân {thon} dọn vệ sinh, khơi thông {met} cống rãnh; phần việc được duy trì đều mỗi tháng.",
                "{hom}, cán bộ, đảng viên và nhân dân {thon}, {thon2} đồng loạt ra quân dọn vệ sinh {km} đường.",
            ),
            opening="""
{hom}, cán bộ, đảng viên và nhân dân {thon}, {thon2} đồng loạt ra quân dọn vệ sinh. || Tiếng kẻng vừa dứt, người dân {thon} đã có mặt ở nhà văn hoá với chổi, cuốc, xe rùa.
{n3} người đã tham gia phát quang {km} đường, nạo vét {met} rãnh thoát nước. || Chỉ một buổi, {km} đường sạch rác, {met} rãnh được khơi thông.
""",
            pictures=("road", "planting"),
        ),
        Angle(
            titles=("Phân loại rác tại nhà: {thon} làm từ những chiếc xô cũ", "{pct} số hộ {thon} phân loại rác tại nhà"),
            sapos=(
                "Từ chỗ rác vứt dọc suối, nay {pct} số hộ {thon} phân loại rác tại nhà.",
                "Hai chiếc xô cũ, một tờ hướng dẫn dán tường bếp: {thon} bắt đầu phân loại rác không tốn một đồng mua sắm.",
                "Rác hữu cơ ủ làm phân, vỏ chai bán gây quỹ. Ở {thon}, lượng rác phải chở đi giảm gần một nửa.",
            ),
            opening="""
Mỗi nhà ở {thon} có hai chiếc xô cũ, một đựng rác hữu cơ, một đựng rác tái chế. || Tờ hướng dẫn phân loại rác được dán ngay tường bếp của từng nhà ở {thon}.
Ban đầu nhiều người nhầm, chi hội phụ nữ đi từng nhà nhặt lại cùng. || Sau {n1} tháng, {pct} số hộ làm thành thói quen.
""",
            pictures=("house", "road"),
        ),
        Angle(
            titles=("Trồng {cay} dọc các tuyến đường {thon}", "{cay} xanh cho {thon}"),
            sapos=(
                "{cay} bóng mát được trồng dọc đường {thon}; mỗi hộ nhận chăm những cây trước cổng nhà mình.",
                "{hom}, bà con {thon} trồng {cay} dọc {km} đường, cây nào cũng có tên người chăm.",
            ),
            opening="""
{hom}, bà con {thon} trồng {cay} dọc {km} đường. || Dọc {km} đường {thon}, {cay} mới trồng được cắm cọc, buộc dây ngay ngắn.
Mỗi cây có một tấm thẻ nhỏ ghi tên người chăm. || Giống cây do xã hỗ trợ, công trồng và chăm là của bà con.
""",
            months=(1, 2, 3, 4, 5, 8, 9, 10),
            pictures=("planting",),
        ),
        Angle(
            titles=("Đảng viên {chi_bo} nhận quản lý đoạn suối dài {met}", "Con suối {ten_thon} trong trở lại"),
            sapos=(
                "Đoạn suối dài {met} chảy qua {thon} từng đầy rác; nay mỗi khúc có tên một đảng viên {chi_bo} trông coi.",
                "Trẻ con lại xuống suối bắt ốc. Người {thon} bảo đó là thước đo rõ nhất của việc giữ môi trường.",
            ),
            opening="""
Đoạn suối dài {met} chảy qua {thon} được chia thành từng khúc, mỗi khúc có tên một đảng viên {chi_bo}. || Mấy năm trước, đoạn suối {met} qua {thon} đầy túi ni lông, mùa cạn bốc mùi.
Tuần nào người được giao cũng xuống vớt rác, khơi dòng. || Thời gian đầu phải dọn liên tục, nay chủ yếu là giữ; biển nhỏ ghi tên người trông coi được cắm ở từng khúc.
""",
            pictures=("river",),
        ),
        Angle(
            titles=("“Ngày Chủ nhật xanh” ở {thon}", "Sáng Chủ nhật, cả {thon} ra đường"),
            sapos=(
                "“Ngày Chủ nhật xanh” ở {thon} thu hút {n3} người, từ cụ già đến em nhỏ, dọn {km} đường và trồng {cay}.",
                "Chủ nhật này, người {thon} hẹn nhau ra đường từ sáng sớm: quét ngõ, khơi cống, trồng cây rồi cùng ăn nồi xôi chung.",
            ),
            opening="""
Sáng Chủ nhật, tiếng chổi, tiếng gọi nhau rộn khắp {thon}. || “Ngày Chủ nhật xanh” của {thon} bắt đầu lúc sáu giờ, khi trời còn mát.
{n3} người chia làm ba tổ: quét đường, khơi cống, trồng {cay}. || Trẻ con nhặt vỏ chai, thanh niên khơi cống, người già nấu nồi xôi chung.
""",
            weekdays=(SUNDAY,),
            pictures=("road", "planting"),
        ),
        Angle(
            titles=("Giữ rừng đầu nguồn ở {thon}: Hương ước và những chuyến tuần rừng", "Theo tổ tuần rừng {thon}"),
            sapos=(
                "Hương ước ghi rõ ai chặt một cây phải trồng lại mười cây. {thon} giữ được {ha} rừng đầu nguồn bằng những chuyến tuần rừng đều đặn.",
                "Tổ tuần rừng {thon} có {n1} người, mang theo cơm nắm, đi từ sáng đến chiều để giữ {ha} rừng.",
            ),
            opening="""
Tổ tuần rừng {thon} có {n1} người, chia ba nhóm, trông coi {ha} rừng đầu nguồn. || Từ tờ mờ sáng, tổ tuần rừng {thon} đã lên đường với cơm nắm, dao phát và cuốn sổ.
Hương ước của thôn ghi: ai chặt một cây phải trồng lại mười cây. || Gặp dấu lạ, họ chụp ảnh, ghi sổ rồi báo kiểm lâm địa bàn.
""",
            pictures=("hills", "planting"),
        ),
    ),
    body="""
Trước đây, nhiều hộ có thói quen đổ rác ra bờ suối. || Vài năm trước, bãi rác tự phát đầu thôn từng là nỗi lo của bà con.
{phu_nu}, kể hội viên bắt đầu bằng việc phát cho mỗi nhà hai chiếc xô đựng rác. || Theo {phu_nu}, tiền bán phế liệu được góp vào quỹ giúp {n1} hội viên khó khăn.
? {ba} còn tự làm biển nhắc nhở bằng tấm gỗ cũ, đặt ở đầu ngõ.
Đến nay {pct} số hộ trong thôn phân loại rác tại nhà, rác hữu cơ được ủ làm phân bón. || Lượng rác phải chở đi giảm gần một nửa so với năm trước.

{chi_bo} giao mỗi đảng viên phụ trách một đoạn đường, một đoạn suối. || Mỗi đoạn đường đều có tên đảng viên và đoàn thể phụ trách ghi trên biển nhỏ.
Thôn đưa việc giữ vệ sinh vào hương ước, hộ vi phạm bị nhắc nhở trước cuộc họp thôn. || Quy ước của thôn ghi rõ: không chăn thả rông, không vứt bao bì thuốc bảo vệ thực vật ra đồng.
Xã đang khảo sát đặt thêm bể chứa vỏ thuốc bảo vệ thực vật ở {thon2} và {thon3}. || Từ kết quả này, xã nhân rộng mô hình ra {n1b} thôn còn lại trong cụm.
""",
    quotes=("Dọn một buổi thì sạch một buổi. Muốn sạch mãi phải sửa thói quen trong từng nhà.",),
    figures=(("{so_cay}", "cây được trồng {tu_dau_nam}"), ("{so_km}", "ki-lô-mét đường được dọn sạch"), ("{pct}", "hộ phân loại rác")),
)  # fmt: skip


TOPICS = (ROADS, COOPERATIVES, ENVIRONMENT)
