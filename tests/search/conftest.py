"""What tests of the search share: a real Elasticsearch, and texts that teach it syllables."""

import os
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from search.engines.elastic.client import client
from search.language.statistics import SyllableStatistics, learned_from
from tools import elasticsearch
from tools.elasticsearch import distribution

TEXTS = [
    "Ban Thường vụ Đảng uỷ ban hành Chỉ thị về nâng cao chất lượng sinh hoạt chi bộ trong tình hình mới.",
    "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần; chi uỷ chuẩn bị nội dung, đảng viên thảo luận dân chủ.",
    "Đảng viên được miễn công tác và sinh hoạt đảng theo hướng dẫn của Ban Tổ chức Trung ương.",
    "Người đứng đầu cấp uỷ chịu trách nhiệm. Nghị quyết được quán triệt đến từng đảng viên trong chi bộ.",
    "Nhiệm kỳ 2020 – 2025, đảng bộ kết nạp đảng viên mới; mức đóng đảng phí thực hiện theo quy định.",
    "Bạn đọc bán báo, bàn bạc việc làng; bản tin nói về bán hàng và bạn bè.",
    "Đảng ủy họp, đảng ủy viên dự. Hòa bình, hòa giải, khóa họp, kỳ họp.",
]


@pytest.fixture(scope="session")
def known() -> SyllableStatistics:
    """What the texts above teach."""
    return learned_from(TEXTS)


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """The server of the whole run, else one for these tests; skipped where none was ever fetched, failing in CI."""
    given = os.environ.get("ELASTICSEARCH_URL")
    if given:
        yield given
        return
    if not (distribution.ready() and distribution.java_home()) and os.environ.get("CI", "") != "true":
        pytest.skip("make elasticsearch was never run here")
    with elasticsearch.temporary_server() as node:
        yield node.url


@pytest.fixture
def server(elasticsearch_url, settings) -> Elasticsearch:
    """A client of the server, which the settings name too."""
    settings.ELASTICSEARCH_URLS = [elasticsearch_url]
    return client()
