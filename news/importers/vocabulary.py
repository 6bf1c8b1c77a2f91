"""The words by which old sites name their own parts, as people type them; compared folded.

Only words that many Vietnamese portals share belong here, never a name or a sentence of one of them.
"""

import re

from portal.text import fold


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split("·"))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile("|".join(fold(word) for word in words.split("·")))


# Whole lines (a colon, brackets and arrows around them do not count).
BACK = _folded(
    "trở về·trở lại·quay lại·quay về·về trang trước·trở về trang trước·quay lại trang trước·trở lại trang trước·về đầu trang·lên đầu trang·"
    "đầu trang·về trang chủ·trở về trang chủ·back·back to top·go back·trở về đầu trang·quay trở lại·trở về danh sách·bài trước·bài tiếp·bài kế tiếp·"
    "tin trước·tin sau·tin tiếp·tin kế tiếp·bài sau·trang trước·trang sau·bài viết trước·bài viết tiếp theo·lùi·tiếp theo·kế tiếp·"
    "previous·previous post·next·next post·post navigation·điều hướng bài viết"
)
COMMENTS = _folded(
    "phản hồi·bình luận·ý kiến bạn đọc·ý kiến của bạn·ý kiến phản hồi·gửi phản hồi·gửi bình luận·gửi ý kiến·viết bình luận·"
    "bình luận của bạn·bình luận bài viết·comment·ý kiến độc giả·phản hồi của bạn·ý kiến bình luận·comments·leave a comment·để lại bình luận·"
    "chưa có bình luận·chưa có phản hồi·nội dung bình luận·mã xác nhận·mã bảo mật·bạn đọc phản hồi·phản hồi bài viết·"
    "gửi phản hồi của bạn·xem thêm bình luận·các bình luận·ý kiến nhận xét·chia sẻ ý kiến của bạn"
)
LINKS = _folded(
    "liên kết web·liên kết website·liên kết·website liên kết·web liên kết·các liên kết·liên kết trang·liên kết hữu ích·liên kết các website·"
    "trang liên kết·liên kết nhanh·weblink·web links·liên kết trang web·liên kết web site·quảng cáo·đối tác"
)
COUNTERS = _folded(
    "lượt truy cập·thống kê truy cập·thống kê·số lượt truy cập·số lượng truy cập·bộ đếm·đếm truy cập·lượng truy cập·truy cập·"
    "thăm dò ý kiến·thăm dò·khảo sát ý kiến·ý kiến thăm dò·bình chọn ý kiến·trưng cầu ý kiến·thống kê website·người dùng trực tuyến·đang trực tuyến·đang truy cập"
)
SHARE = _folded(
    "chia sẻ·chia sẻ bài viết·chia sẻ bài viết này·chia sẻ lên facebook·chia sẻ facebook·chia sẻ zalo·in bài viết·in bài·in trang·in tin·in·in ra·đóng cửa sổ này·đóng cửa sổ·"
    "bản in·in ấn·gửi email·gửi mail·gửi bài viết·gửi bài·gửi cho bạn bè·gửi tin qua email·facebook·zalo·twitter·google+·google plus·linkedin·"
    "youtube·email·e-mail·print·share·tweet·like·thích·lưu bài·lưu bài viết·lưu tin·sao chép·copy link·sao chép liên kết·cỡ chữ·kích cỡ chữ·"
    "a-·a+·a- a+·a- a a+·a+ a-·a·aa·nghe đọc bài·đọc bài viết·nghe bài viết·nghe audio·dừng đọc·tương phản·độ tương phản·đọc tin·xem cỡ chữ·"
    "xem với cỡ chữ·cỡ chữ: a a·đánh giá bài viết·đánh giá·bình chọn·click để đánh giá bài viết·messenger·theo dõi·font size·chọn cỡ chữ·"
    "giọng nam·giọng nữ·tốc độ đọc·zoom·phóng to·thu nhỏ·mặc định·cỡ chữ mặc định·in trang này·gửi link·download·tải về·pdf·word·"
    "xem ảnh gốc·xem ảnh lớn·bấm để xem ảnh lớn·báo lỗi·thông báo lỗi·yêu thích·quan tâm·share this·like this·loading·gửi tin·gửi tin này·"
    "gửi bạn bè·gửi bài cho bạn bè·gửi cho bạn·phiên bản in·bản để in·xem bản in·lưu trang·viber·pinterest·telegram·chia sẻ email·chia sẻ qua email"
)
SEARCH = _folded(
    "search·tìm kiếm·tìm·site·web·từ khoá·tìm kiếm nâng cao·tìm trong trang·nhập từ khoá·nhập từ khoá tìm kiếm·trong cổng·google·go·tìm kiếm…·"
    "nhập nội dung tìm kiếm·tìm kiếm thông tin·tìm kiếm google·toàn văn·tất cả"
)
MENU = _folded(
    "trang chủ·trang nhất·giới thiệu·giới thiệu chung·tin tức·tin tức - sự kiện·tin tức sự kiện·tin hoạt động·liên hệ·sơ đồ site·sơ đồ cổng·sơ đồ trang·"
    "sơ đồ website·rss·english·tiếng việt·thư viện ảnh·thư viện video·thư viện·video·video clip·audio·hình ảnh·văn bản·văn bản mới·văn bản chỉ đạo·"
    "văn bản pháp luật·hỏi đáp·hỏi - đáp·đăng nhập·đăng ký·đăng xuất·quên mật khẩu·thông báo·diễn đàn·lịch công tác·lịch làm việc·thư điện tử·hộp thư·"
    "hộp thư điện tử·góp ý·home·menu·danh mục·danh mục chính·chuyên mục·home page·cơ cấu tổ chức·sơ đồ tổ chức·bộ máy tổ chức·"
    "chức năng nhiệm vụ·chức năng, nhiệm vụ·tài liệu·thủ tục hành chính·dịch vụ công·dịch vụ công trực tuyến·công báo·"
    "thời sự·chính trị·kinh tế·xã hội·văn hoá·văn hoá - xã hội·quốc phòng - an ninh·an ninh - quốc phòng·thể thao·pháp luật·giáo dục·y tế·"
    "đời sống·khoa học - công nghệ·thế giới·trong nước·trong tỉnh·quốc tế·du lịch·môi trường·bạn đọc·xây dựng đảng·đất và người·"
    "truyền hình·phát thanh·báo in·multimedia·infographic·emagazine·e-magazine·podcast·longform·lịch tiếp công dân·lấy ý kiến dự thảo·"
    "chi tiết·mới nhất·đọc nhiều·thời tiết·tỷ giá·giá vàng·"
    "menu chính·trang chính·bản đồ·sitemap·mega story·ảnh·clip"
)
MARKS = _folded(
    "chi tiết tin tức·chi tiết tin·chi tiết bài viết·chi tiết bài·nội dung tin·nội dung bài viết·xem tin·nội dung chi tiết·chi tiết tin bài·"
    "tin chi tiết·nội dung tin tức·xem chi tiết tin·chi tiết nội dung"
)

_NEWS = "(?:cac |nhung |mot so |danh sach )?(?:tin tuc|tin bai|tin, bai|tin|bai viet|bai bao|bai dang|bai|ban tin|thong tin|su kien|van ban|thong bao|tai lieu|video|chuyen muc)"
_SUCH = (
    "(?:moi|cu) ?(?:hon|nhat|dang|cap nhat|dua|)|khac|lien quan|cung (?:chuyen )?muc(?: .{2,30})?|cung chuyen de|cung chu de|cung the loai|cung loai|cung nhom|da dua|da dang|"
    "tiep theo|truoc do|noi bat|doc nhieu(?: nhat)?|xem nhieu(?: nhat)?|duoc (?:xem|doc|quan tam)(?: nhieu(?: nhat)?)?|nong|hot|tiep|tham khao|"
    "cung su kien|trong ngay|trong tuan|dang chu y|da doc|quan tam|trong chuyen muc|de cu|mien phi"
)
OTHER_NEWS = re.compile(
    rf"{_NEWS} (?:{_SUCH})(?: (?:khac|nhat|cua chuyen muc|trong chuyen muc|hon|cung chuyen muc))?"
    r"|(?:moi nhat|xem nhieu nhat|doc nhieu nhat|xem nhieu|doc nhieu|tin nong|co the ban quan tam|ban co the quan tam|moi ban doc(?: them)?|"
    r"xem them|doc them|xem tiep|theo dong su kien|lien quan|cung chuyen muc|nong trong ngay|tieu diem|noi bat|related(?: news| posts| articles)?|"
    r"other news|latest news|most read|tin cung su kien|cac (?:tin|bai)(?: viet)? (?:moi|cu) hon|cac su kien khac|dong su kien|cung tac gia|"
    r"bai cung tac gia|tin anh|tin video|chuyen muc khac|moi cap nhat|ban doc quan tam|dang duoc quan tam|video noi bat|anh noi bat|"
    r"thong bao moi|van ban moi(?: ban hanh)?|tin moi)"
)  # fmt: skip
BANNER = _pattern(
    "(?:nhiệt liệt )?(?:kính )?chào mừng .*(?:đến với|ghé thăm|truy cập|cổng thông tin|trang thông tin|website|trang tin|cổng ttđt)·"
    "(?:cổng|trang) (?:thông tin|tin|ttđt)(?: điện tử)?(?: tổng hợp)?\\b·cổng ttđt\\b·trang ttđt\\b·báo điện tử\\b·website (?:của|chính thức)\\b·"
    "(?:đảng )?cộng (?:sản|hoà xã hội chủ nghĩa) việt nam$·đảng cộng sản việt nam$·độc lập - tự do - hạnh phúc$·đường dây nóng·hotline·"
    "cơ quan (?:của|ngôn luận)·tiếng nói của đảng bộ"
)
COUNTER_LINE = re.compile(
    r"(?:(?:tong )?(?:so )?(?:luot )?truy cap|hom nay|hom qua|(?:trong )?tuan (?:nay|truoc|qua)|(?:trong )?thang (?:nay|truoc|qua)|(?:trong )?nam (?:nay|truoc)|"
    r"tat ca|tong(?: so)?(?: luot)?(?: truy cap)?(?: hang thang)?|dang (?:truy cap|online|xem|truc tuyen)|truc tuyen|khach(?: vieng tham)?|thanh vien(?: online)?|"
    r"(?:so )?nguoi (?:dang )?(?:truy cap|online|truc tuyen|xem)|may chu tim kiem|(?:luot )?online|visitors?|today|yesterday|this (?:week|month|year)|total|"
    r"so luot (?:nguoi )?truy cap)"
    r"(?: (?:trong ngay|trong tuan|trong thang|hien tai|website))?\s*[:.)\]-]*\s*[\d.,\s]+(?:luot|nguoi|khach)?(?: truy cap)?"
)
FOOTER = _pattern(
    "bản quyền (?:thuộc|của|©|\\(c\\)|:|\\d)·copyright\\b·©·\\(c\\) ?\\d{4}·® ?·cơ quan chủ quản·đơn vị chủ quản·chịu trách nhiệm (?:chính|nội dung|xuất bản)·"
    "người chịu trách nhiệm·giấy phép (?:số|thiết lập|xuất bản|hoạt động|cung cấp|hoạt động báo chí|báo chí)·giấy phép:·gp số·(?:phó )?tổng biên tập ?:·trưởng ban biên tập ?:·"
    "(?:địa chỉ|trụ sở)(?: toà soạn| liên hệ| cơ quan)? ?:·(?:số )?điện thoại(?: liên hệ)? ?:·điện thoại \\d·đt ?:·tel ?:·fax ?:·email ?:·e-mail ?:·"
    "thiết kế (?:bởi|và|website)·phát triển bởi·xây dựng và phát triển·(?:vui lòng )?ghi rõ nguồn·powered by·đơn vị thiết kế·toà soạn ?:·liên hệ quảng cáo·"
    "(?:proudly )?powered by·(?:tự hào )?được (?:cung cấp|vận hành|phát triển) bởi·yêu cầu ghi rõ nguồn·khi (?:phát hành|sử dụng|trích dẫn|đăng tải) lại·website (?:được )?phát triển·quản trị (?:website|mạng) ?:·ban biên tập ?:"
)
COMMENT_OPENINGS = _pattern(
    "(?:có )?\\d+ (?:bình luận|phản hồi|ý kiến)·hãy là người đầu tiên·vui lòng (?:nhập|gõ|đăng nhập)·bạn (?:cần|phải|cần phải) đăng nhập·your email address·"
    "ý kiến của bạn·gửi ý kiến·"
    "tổng số điểm của bài viết·xếp hạng ?:·click để đánh giá·họ (?:và )?tên ?(?::|\\*|\\()·nội dung ?\\(·mã (?:xác nhận|bảo mật|kiểm tra) ?[:*(]"
)
SHARE_OPENINGS = _pattern("cỡ chữ\\b·kích cỡ chữ\\b·chia sẻ (?:lên|qua|bài|tin)\\b·theo dõi .{2,30} trên ?(?:google|facebook|zalo)·(?:in|gửi) (?:trang|bài|tin)\\b·"
                          "(?:tăng|giảm) cỡ chữ\\b·giọng (?:nam|nữ)(?: miền (?:bắc|trung|nam))?$·\\d+ (?:lượt )?(?:đánh giá|thích|chia sẻ)$·\\d{1,2}:\\d{2} ?/ ?\\d{1,2}:\\d{2}$·"
                          "(?:thích|like) ?\\d*(?: chia sẻ ?\\d*)?$·nghe (?:đọc )?bài\\b·xem với cỡ chữ·đọc bài viết này")  # fmt: skip
# What a menu or a row of tools may be made of.
TOOLS = SHARE | BACK | SEARCH
# The entries that menus end with.
MENU_ENDS = _folded(
    "liên hệ·hỏi đáp·hỏi - đáp·góp ý·sơ đồ site·sơ đồ cổng·sơ đồ trang·sơ đồ website·sitemap·đăng nhập·english·tiếng việt·rss·thư viện·"
    "thư viện ảnh·thư viện video·hộp thư·thư điện tử·hộp thư điện tử·diễn đàn"
)
# How the names of sections begin.
SECTION_OPENING = _pattern(
    "(?:bản )?tin\\b·tin tức\\b·hoạt động\\b·công tác\\b·xây dựng\\b·chính trị\\b·văn hoá\\b·kinh tế\\b·thời sự\\b·tổ chức\\b·kiểm tra\\b·"
    "gương\\b·người tốt\\b·phóng sự·dân vận·tuyên giáo·nghiên cứu·học tập và làm theo·xã hội·sự kiện·chuyên mục·mỗi tuần"
)
HOME = _folded("trang chủ·trang nhất·home·trang chính·home page")
# How the name of a committee, an office or a paper begins.
MASTHEAD = re.compile(
    r"(?:dang bo|dang uy|tinh uy|huyen uy|thanh uy|quan uy|thi uy|uy ban|ban |so |cong |bao |tap chi|hoi |lien doan|tinh |huyen |dai |mat tran|hdnd|ubnd)"
)
# A line that is the name of one of these is a section's page, not a section.
NO_SECTION = HOME | MARKS | _folded("tin tức·tin tức - sự kiện·tin bài·bài viết·tin·chi tiết")

_SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trương trịnh mai đào lâm phùng lương hà
vương cao tạ lưu thái châu quách tô tăng la đàm nông tống thạch kiều giang lò quàng cầm vi bế hứa khổng diệp doãn nghiêm
lục triệu ma mạc tôn lại lã lữ từ vừ giàng sùng mùa thào vàng chu trang y rơ siu ksor bàn phí chử cù đồng đậu đới đường
hàn hạ kim khuất khúc kha lang lều mã mẫn ninh ông phó quản sầm tòng trà trưng ung viên văn vòng xa
"""
SURNAMES = frozenset(_SURNAMES.split())
PEN_NAMES = _folded(
    "p.v·pv·bbt·ban biên tập·btv·p.v (th)·ctv·tổng hợp·theo ttxvn·ttxvn·phóng viên·nhóm pv·nhóm phóng viên·th·ban tin·tin tổng hợp·"
    "phóng viên ttxvn·quản trị viên·thư ký toà soạn·ban quản trị"
)
NO_PERSON = _folded(
    "admin·administrator·superuser·super user·quản trị·quản trị viên·editor·user·webmaster·host·supper user·biên tập·btv·ban biên tập"
)
