"""What may follow a bare number: words that it counts, and words that go on after a document was named.

*Chỉ thị 3 nội dung* counts, *Chỉ thị 3 nêu rõ* names. Each entry is one or two words; the longer entry decides. A word
in both tables (*yêu cầu*) decides nothing.
"""

import re
import unicodedata
from functools import lru_cache

#: A number before these counts, measures, orders or tells the time.
COUNTED = """
năm; tháng; tuần; ngày; giờ; phút; giây; quý; lần; lượt; đợt; kỳ; kì; nhiệm kỳ; khóa học; buổi; hôm; đêm; thập kỷ;
thế kỷ; mùa; vụ; vòng; nội dung; việc; vấn đề; đồng chí; đ/c; người; đảng viên; đoàn viên; hội viên; cán bộ; công
chức; viên chức; chiến sĩ; học sinh; sinh viên; giáo viên; đại biểu; cử tri; ủy viên; ứng viên; thí sinh; học viên;
lao động; công nhân; nông dân; bệnh nhân; ca; cháu; em; bạn; anh; chị; ông; bà; cụ; thầy; cô; thành viên; nhân sự;
lãnh đạo; trưởng; phó; chuyên viên; nhà báo; phóng viên; khách; khách hàng; du khách; người dân; nhân khẩu; khẩu;
hộ; gia đình; cặp; đôi; nhóm; tổ; đội; đoàn; khối; phòng; sở; ngành; bộ môn; cơ quan; đơn vị; tổ chức; doanh nghiệp;
công ty; hợp tác xã; trường; trường học; lớp; viện; bệnh viện; cấp; chi bộ; đảng bộ; chi hội; chi đoàn; đảng ủy;
huyện; xã; phường; thị trấn; thị xã; tỉnh; thành phố; quận; thôn; ấp; bản; khu; xóm; làng; địa phương; địa bàn;
vùng; nước; quốc gia; châu lục; nhiệm vụ; giải pháp; biện pháp; trường hợp; mục tiêu; tiêu chí; chỉ tiêu; chỉ số;
bước; phần; chương; điều; khoản; mục; điểm; ý; ý kiến; câu; câu hỏi; chữ; dòng; trang; tờ; bài; bài học; tin; số
báo; nguyên tắc; nguyên nhân; yêu cầu; kiến nghị; đề xuất; phương án; kịch bản; chuyên đề; chủ đề; hình thức; phương
thức; phương pháp; cách; cách thức; loại; hạng; hạng mục; dạng; kiểu; mẫu; mô hình; quy trình; thủ tục; hồ sơ; văn
bản; nghị quyết; chỉ thị; kết luận; quyết định; quy định; hướng dẫn; kế hoạch; chương trình; đề án; dự án; dự thảo;
báo cáo; thông báo; tờ trình; công văn; nghị định; thông tư; luật; quy chế; biên bản; hợp đồng; công trình; gói
thầu; gói; tuyến; con đường; cây cầu; cây; con; cái; chiếc; quyển; cuốn; bộ; tập; bức; tấm; căn; căn nhà; ngôi nhà;
ngôi; nhà; lô; thửa; cơ sở; điểm cầu; điểm trường; chốt; trạm; mũi; hướng; phía; bên; chiều; mặt; đầu; đầu mối; đầu
việc; khâu; lĩnh vực; phong trào; cuộc; cuộc họp; hội nghị; phiên; đại hội; hoạt động; sự kiện; vụ việc; vụ án; đối
tượng; đương sự; bị cáo; bị can; tội; lỗi; sai phạm; khuyết điểm; hạn chế; tồn tại; thành tích; kết quả; danh hiệu;
giải; giải thưởng; huy chương; bằng khen; giấy khen; suất; phần quà; chính sách; chế độ; quyền; trách nhiệm; nghĩa
vụ; biểu mẫu; phụ lục; tài liệu; bản sao; loại hình; dịch vụ; sản phẩm; mặt hàng; tính năng; ứng dụng; phần mềm; tài
khoản; thao tác; kỹ năng; kĩ năng; thói quen; môn; môn học; tiết; tín chỉ; bậc; mức; mức độ; giai đoạn; thời kỳ;
thời điểm; phiếu; phiếu bầu; ghế; chỗ; suất ăn; bữa; liều; mũi tiêm; viên; gam; món; trận; trận đấu; bàn; bàn thắng;
hiệp; set; cú; tầng; tòa; cửa; số điện thoại; dấu hiệu; biểu hiện; sao; %; phần trăm; triệu; tỷ; tỉ; nghìn; ngàn;
trăm; chục; vạn; tá; đồng; đồng/kg; vnđ; vnd; đô la; đô-la; usd; euro; đ; tr; m; m2; m3; km; km2; cm; mm; ha; hecta;
héc-ta; sào; mẫu ruộng; kg; g; mg; tạ; tấn; yến; lít; ml; độ; độ c; mét; mét vuông; ki-lô-mét; kilômét; w; kw; kwh;
mw; mb; gb; tb; kv; h; giờ đồng hồ; tuổi; năm tuổi; công; ngày công; cv; mã lực; inch; hz; fps; người/ngày; lần/năm
"""

#: Words with which a sentence goes on after a document was named.
FOLLOWERS = """
của; do; về; và; hay; hoặc; với; cùng; cùng với; là; thì; mà; có; có hiệu lực; không; chưa; chỉ; đã; đang; sẽ; vẫn;
còn; cũng; đều; lại; được; bị; phải; cần; nên; hãy; nhằm; để; tới; đến; từ; tại; trong; trên; ngoài; trước; sau;
khi; theo; như; vì; bởi; nhưng; song; nếu; tuy; so với; cho; ở; vào; ra; ra đời; lên; xuống; qua; quá; rất; rồi;
nữa; này; đó; ấy; nói; nói trên; trên đây; nêu; nêu rõ; nêu trên; yêu cầu; đề ra; đặt ra; chỉ rõ; chỉ ra; chỉ đạo;
quy định; xác định; khẳng định; nhấn mạnh; giao; ban hành; ban bí thư; bộ chính trị; ban chấp hành; ban thường vụ;
ban tổ chức; ban tuyên giáo; bch; btv; bct; bbt; btctw; thay thế; sửa đổi; bổ sung; bãi bỏ; hết hiệu lực; hướng dẫn
thi hành; gắn; gắn với; gồm; bao gồm; mở ra; mở; tạo; giúp; góp phần; làm; cho phép; cho thấy; đi vào; vào cuộc
sống; được ban hành; kèm; kèm theo; đính kèm; liên quan; đối với; tỉnh ủy; huyện ủy; thành ủy; trung ương; tw; đúng;
đầy đủ; nghiêm túc; nghiêm; hiệu quả; sâu rộng; toàn văn; mới; cũ; đi; nhé; nha; ạ; à; nhỉ; hả; chứ; luôn; xong;
thôi; đấy; ko; k; dc; đc; rùi; vs; rõ; chính thức; đồng thời; đồng bộ; phát huy; tác động; lan tỏa; thể hiện; khóa;
khoá; năm nào; sang; bằng; dưới; giữa; hôm qua; hôm nay; bên cạnh; song song; cũng như; cùng các; các; những; một;
mỗi; nhiều; mọi; tất cả; đồng chí nào; trong đó; nhất là; đặc biệt; thực sự; thật sự; tiếp tục; đòi hỏi; bắt buộc;
nghị quyết số; chỉ thị số; điều chỉnh; tổng kết; sơ kết; quán triệt; triển khai; thực hiện; đạt; tăng; giảm; thành
công; thuộc; trở thành; đem; mang; đem lại; mang lại; khiến; coi; xem; coi như; hiện; hiện nay; hiện còn; hiện hành;
lúc; lần này; lần đầu; vừa; vừa qua; mới đây; sắp; từng; bèn; ai; gì; đâu; nào; thế; vậy; chẳng; chả; không còn;
trái; vi phạm; khác; và các; chuẩn bị; bắt đầu; kết thúc; giải quyết; tháo gỡ; khắc phục; thúc đẩy; quyết liệt; tập
trung; hỗ trợ; bảo đảm; đảm bảo; nâng cao; tăng cường; đẩy mạnh; ngay; e; a; c; t; tôi; mình; tao; chúng; chúng ta;
chúng tôi; họ; nó; ta; giải ngân; giải phóng; bàn giao; cấp bách; cấp phép; cấp thiết; điểm lại; đầu tư; đầu tiên;
hướng đến; hướng tới; hướng vào; ca ngợi; mục đích; nhà nước; nước ta; phòng chống; phòng ngừa; thành lập; thành
hiện thực; tập hợp; tập huấn; tin tưởng; tổ chức thực hiện; trang bị; mặt khác; mặt trận; bước đầu; bước vào; cơ
bản; cơ cấu; đại diện; điều động; điều hành; đội ngũ; đoàn kết; loại bỏ; loại trừ; phần lớn; phần nào; ý nghĩa; mẫu
mực; bản chất; điều này; việc này; siết; khuyến khích; gợi mở; mở đường; truyền; lan rộng; đổi mới; cụ thể hóa; cụ
thể; hướng dẫn cụ thể; quy định rõ; quy định cụ thể; kế thừa; thổi; trao; cởi; ghi; ghi rõ; viết; chỉ đạo rõ; đánh
dấu; định hướng; kêu gọi; cấm; nghiêm cấm; thay; thay đổi; thay cho; tác động đến; tháo; khơi; khơi dậy; nhìn; nhận;
được xem; được coi; ảnh hưởng; tồn tại; vấp; gặp; đang được; chậm; kịp thời; bàn; bàn về; hợp; hợp lòng dân; thắp;
đến với; sửa; bổ khuyết; dành; dành cho; xuất phát; xuất hiện; hay là; hay không; kể cả; kể từ; tính; tính đến; do
đó; vì thế; vì vậy; ngoài ra; theo đó; trong khi; trong thời gian; suốt; thông qua; thời gian qua; ngày mai; ngày
nay; ngày càng; ngày hôm; ngày đó; ngày ấy; ngày kia; năm ngoái; năm nay; năm trước; năm sau; năm đó; tháng trước;
tháng này; tháng sau; tuần này; tuần trước; tuần sau; lần trước; giờ đây; giờ chưa; giờ đã; mấy; bao; bao nhiêu; nói
gì; nói về; nói rằng; hỏi; đọc; học; hiểu; thấy; biết; nghĩ; nhớ; nhắc; kể; gọi; bảo; dạy; khuyên; thúc; kéo; dẫn;
đưa; lập; xây; dựng; xây dựng; phát; phát triển; chi phối; bắt; giữ; giữ vững; bảo vệ; cứu; phục vụ; hoàn thành;
hoàn thiện; áp dụng; vận dụng; tuân thủ; chấp hành; sai; khó; dễ; cao; thấp; lớn; nhỏ; nhanh; mạnh; yếu; xấu; dài;
ngắn; phù hợp; cần thiết; quan trọng; chính phủ; thủ tướng; quốc hội; ubnd; hđnd; bộ nội vụ; bộ y tế; soi; soi rọi;
thấm; chạm; chuyển; chuyển biến; chuyển hóa; khởi; khởi động; khởi sắc; bùng; nở; sinh; sống; chết; mất; hết; kiểm
soát; kiểm tra; giám sát; đánh giá; xếp; xếp loại; xử lý; xử lí; ngăn; ngăn chặn; đẩy; đẩy lùi; phê; phê duyệt; phê
bình; công bố; công nhận; công khai; dự; dự kiến; dự báo; dựa; dựa trên; căn cứ; cập nhật; bồi dưỡng; đào tạo; rèn;
rèn luyện; nhận diện; nhận thức; nhìn nhận; phản ánh; phân; phân công; phân cấp; phân định; quyết; quyết định; ưu
tiên; tôn trọng; tôn vinh; trả lời; trình; trình bày; tuyên truyền; vượt; xóa; xoá; yên; chưa có; chắc; chắc chắn;
hoàn toàn; nhờ; nhờ đó; cộng; cộng với; thay vì; hồi; dạo; xưa; ngay từ; ngay sau; đợt này; kỳ này; nói chung; nói
riêng; tóm lại; ra sao; thế nào; như thế nào; thay mặt; trực tiếp; rộng rãi; sớm; muộn; thường xuyên; định kỳ; bước
đi; hết sức; vô cùng; càng; mãi; liền; đành; đáng; đáng chú ý; nổi bật; đặc sắc; thiết thực; hữu ích; bổ ích; kiến
nghị; đề xuất; hướng dẫn; kết luận; thông báo; báo cáo
"""

#: Words that a small number counts when nothing follows them: *3 không, 2 có*, *4 tốt*.
COUNTED_AT_END = """
không; có; cùng; tốt; rõ; dám; biết; đúng; sạch; sẵn sàng; nhất; thật; trong; chống; xây; hóa; an; đủ; được; giảm;
tăng; mới; nên; phải
"""

#: What stands before a code that is none: buildings, machines, goods, rooms, film (*tòa nhà CT3*, *xe tải HD72*).
NO_CODE_AFTER = """
gói; cước; tốc; lộ; nhà; tòa; toà; chung cư; cư; hộ; lô; block; khu; xe; tải; máy; phim; model; dòng; hình; tivi;
tv; loa; camera; đầu; ô; kênh; cáp; chuẩn; bản; ma; mã; size; cỡ; trạm; tuyến; đội; lớp; phòng; giống; gạo; lúa;
dưa; ngô; ống; thép; kính; chip; ghế; cửa; cổng; tháp; tầng; đường; phố; ngõ; cầu; bến; hầm; chụp; scan; video; độ;
full; công; cty; hiệu; điện; thẻ; loại; nhóm; hãng; sản; phẩm; hàng; thuốc; viên; vitamin; sim; số thẻ; kđt;
kđt mới; đô thị mới
"""

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_WORD = re.compile(r"\s{0,3}(%|đ/c|[^\W_][^\s,;:.!?()\[\]\"“”'…/\0]{0,19})")


def _toned(word: str) -> str:
    """The word with its tone at the end, so that hoà and hòa are one."""
    marked = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in marked if char not in _TONES) + "".join(char for char in marked if char in _TONES)


def _bare(word: str) -> str:
    marked = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in marked if not unicodedata.combining(char)).replace("đ", "d")


class _Words:
    """A table, to be asked with marks or, of a text without any, without."""

    def __init__(self, table: str) -> None:
        entries = {" ".join(words.split()) for words in table.split(";")}
        self._marked = {_toned(words) for words in entries}
        self._bare = {_bare(words) for words in entries}

    def longest(self, words: tuple[str, ...], *, marked: bool) -> int:
        """How many of the first two of ``words`` make an entry."""
        entries, form = (self._marked, _toned) if marked else (self._bare, _bare)
        for count in range(len(words), 0, -1):
            if form(" ".join(words[:count])) in entries:
                return count
        return 0


_COUNTED = _Words(COUNTED)
_FOLLOWERS = _Words(FOLLOWERS)
_COUNTED_AT_END = _Words(COUNTED_AT_END)
_NO_CODE_AFTER = _Words(NO_CODE_AFTER)
#: Without marks most of these are other words too, like *có* and *nhé*; these are not.
_NO_CODE_AFTER_BARE = _Words(
    "toa; block; xe; phim; model; tivi; tv; camera; video; scan; size; full; sim; chip; xe tai; toa nha; cao toc; goi cuoc;"
    "chung cu; can ho; man hinh; truyen hinh; khach san; ma; may"
)


def words_at(text: str, place: int) -> tuple[str, ...]:
    """The one or two words that stand there in one breath.

    >>> words_at("5 nội dung, 3 việc", 1), words_at("5, 3 việc", 1)
    (('nội', 'dung'), ())
    """
    first = _WORD.match(text, place)
    if first is None or "\n" in text[place : first.start(1)]:
        return ()
    second = _WORD.match(text, first.end())
    return (first[1],) if second is None else (first[1], second[1])


@lru_cache(maxsize=4096)
def is_counted(words: tuple[str, ...], *, marked: bool) -> bool:
    """Whether a number before ``words`` counts them.

    >>> is_counted(("nội", "dung"), marked=True), is_counted(("đồng", "thời"), marked=True)
    (True, False)
    >>> is_counted(("noi", "dung"), marked=False), is_counted(("tai", "lieu"), marked=True)
    (True, False)
    """
    counted = _COUNTED.longest(words, marked=marked)
    return counted > _FOLLOWERS.longest(words, marked=marked)


@lru_cache(maxsize=4096)
def goes_on(words: tuple[str, ...], *, marked: bool) -> bool:
    """Whether a sentence goes on with ``words`` after it named a document.

    >>> goes_on(("của", "Ban"), marked=True), goes_on(("nội", "dung"), marked=True)
    (True, False)
    """
    return _FOLLOWERS.longest(words, marked=marked) > _COUNTED.longest(words, marked=marked)


@lru_cache(maxsize=4096)
def is_counted_at_end(words: tuple[str, ...], *, marked: bool) -> bool:
    """Whether a small number before ``words``, after which the phrase ends, counts them.

    >>> is_counted_at_end(("không",), marked=True), is_counted_at_end(("không", "phải"), marked=True)
    (True, False)
    """
    return len(words) > 0 and _COUNTED_AT_END.longest(words, marked=marked) == len(words)


def takes_no_code(before: str, *, marked: bool) -> bool:
    """Whether letters and a number after ``before``, one word or two, are the name of a thing.

    >>> takes_no_code("trong tòa", marked=True), takes_no_code("theo", marked=True)
    (True, False)
    """
    last = before.rsplit(maxsplit=1)[-1]
    table = _NO_CODE_AFTER if marked else _NO_CODE_AFTER_BARE
    return any(table.longest((words,), marked=marked) for words in (before, last))
