"""Vietnamese letters and texts for the property tests."""

from hypothesis import strategies as st

SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE = SMALL + SMALL.upper()
_SENTENCE = (
    "đảng uỷ ủy viên xã tổ chức sinh hoạt chi bộ thường kỳ nghị quyết hướng dẫn khoá hòa bình nghiêng ngả kiểm tra "
    "giám sát quyền lợi giữ gìn đoàn kết thống nhất phường huyện tỉnh đồng chí bí thư cấp thực hiện của và là ở đã "
    "những được người một các với trong khi để về việc công tác xây dựng phát triển nông thôn mới gương mẫu"
)
SYLLABLES = _SENTENCE.split()

vietnamese_text = st.text(alphabet=VIETNAMESE + " -.,0123456789\n")
syllables = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=30)
sentences = syllables.map(" ".join)
