"""The Elasticsearch of development and tests: the real server, ours alone, gone afterwards."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tools import elasticsearch
from tools.elasticsearch import distribution
from tools.project import ROOT, Problem

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (distribution.ready() and distribution.java_home()), reason="make elasticsearch was never run here"
    ),
]
PATIENCE_SECONDS = 60


def ask(url: str, method: str = "GET", body: object = None) -> dict:
    """What the server answers; what it objects to, where it refuses."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        url,
        json.dumps(body).encode() if body is not None else None,
        {"Content-Type": "application/json"},
        method=method,
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        return json.load(refused)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The server of the whole run, else one for these tests."""
    given = os.environ.get("ELASTICSEARCH_URL")
    if given:
        yield given
        return
    with elasticsearch.temporary_server() as node:
        yield node.url


def tokens(
    url: str,
    text: str,
    *,
    tokenizer: object = "standard",
    filters: Sequence[object] = (),
    char_filters: Sequence[object] = (),
):
    asked = {"tokenizer": tokenizer, "filter": list(filters), "char_filter": list(char_filters), "text": text}
    answer = ask(f"{url}/_analyze", "POST", asked)
    assert "tokens" in answer, answer
    return [token["token"] for token in answer["tokens"]]


@pytest.mark.parametrize(
    ("name", "parameters", "text", "expected"),
    [
        ("apostrophe", {}, "Istanbul'a", "Istanbul"),
        ("asciifolding", {}, "Đảng ủy", "Dang|uy"),
        ("asciifolding", {"preserve_original": True}, "Đảng ủy", "Dang|Đảng|uy|ủy"),
        ("cjk_width", {}, "１０ＣＴ", "10CT"),
        ("classic", {}, "Istanbul's", "Istanbul's"),  # only what its tokenizer marked
        ("common_grams", {"common_words": ["của"]}, "ý của dân", "ý|ý_của|của|của_dân|dân"),
        ("common_grams", {"common_words": ["của"], "query_mode": True}, "ý của dân", "ý_của|của_dân"),
        ("decimal_digit", {}, "१०", "10"),
        ("edge_ngram", {}, "thị", "t|th"),
        ("edge_ngram", {"min_gram": 2, "max_gram": 3}, "chỉ", "ch|chỉ"),
        ("edge_ngram", {"max_gram": 2, "preserve_original": True}, "chỉ", "c|ch|chỉ"),
        ("elision", {"articles": ["l"]}, "l'avion", "avion"),
        ("fingerprint", {}, "thị chỉ thị", "chỉ thị"),
        ("fingerprint", {"separator": "+"}, "thị chỉ thị", "chỉ+thị"),
        ("fingerprint", {"max_output_size": 3}, "thị chỉ thị", ""),
        ("flatten_graph", {}, "chỉ thị", "chỉ|thị"),
        ("keep", {"keep_words": ["thị"]}, "chỉ thị Thị", "thị"),
        ("keep", {"keep_words": ["thị"], "keep_words_case": True}, "chỉ thị Thị", "thị|Thị"),
        ("keep_types", {"types": ["<NUM>"]}, "chỉ thị 10", "10"),
        ("keep_types", {"types": ["<NUM>"], "mode": "exclude"}, "chỉ thị 10", "chỉ|thị"),
        ("keyword_marker", {"keywords": ["thị"]}, "chỉ thị", "chỉ|thị"),
        ("keyword_repeat", {}, "chỉ", "chỉ|chỉ"),
        ("length", {"min": 2, "max": 3}, "a chỉ thường", "chỉ"),
        ("limit", {}, "chỉ thị 10", "chỉ"),
        ("limit", {"max_token_count": 2}, "chỉ thị 10", "chỉ|thị"),
        ("lowercase", {}, "ĐẢNG", "đảng"),
        ("multiplexer", {"filters": ["uppercase", "asciifolding, reverse", "trim"]}, "ủy", "ủy|ỦY|yu"),
        ("multiplexer", {"filters": ["uppercase"], "preserve_original": False}, "ủy", "ỦY"),
        ("ngram", {}, "thị", "t|th|h|hị|ị"),
        ("pattern_capture", {"patterns": ["([a-z]+)", "([0-9]+)"]}, "ct10", "ct10|ct|10"),
        ("pattern_capture", {"patterns": ["([0-9]+)"], "preserve_original": False}, "ct10", "10"),
        ("pattern_replace", {"pattern": "[0-9]"}, "c1t10", "ct"),
        ("pattern_replace", {"pattern": "[0-9]", "replacement": "#", "all": False}, "c1t10", "c#t10"),
        ("pattern_replace", {"pattern": "CT", "flags": "CASE_INSENSITIVE", "replacement": "x"}, "ct10", "x10"),
        ("remove_duplicates", {}, "thị chỉ thị", "thị|chỉ|thị"),
        ("reverse", {}, "thị", "ịht"),
        ("shingle", {}, "ban thường vụ", "ban|ban thường|thường|thường vụ|vụ"),
        (
            "shingle",
            {"min_shingle_size": 2, "max_shingle_size": 3, "output_unigrams": False, "token_separator": "_"},
            "ban thường vụ",
            "ban_thường|ban_thường_vụ|thường_vụ",
        ),
        ("stop", {"stopwords": ["là"]}, "đây là văn bản", "đây|văn|bản"),
        ("synonym", {"synonyms": ["tw => trung ương"]}, "tw đảng", "trung|đảng|ương"),  # the reason for the graph
        ("synonym", {"synonyms": ["tw, tư"], "expand": False}, "tư", "tw"),
        ("synonym_graph", {"synonyms": ["btv => ban thường vụ"]}, "btv tỉnh", "ban|thường|vụ|tỉnh"),
        ("synonym_graph", {"synonyms": ["btv, ban thường vụ"]}, "btv tỉnh", "ban|btv|thường|vụ|tỉnh"),
        ("synonym_graph", {"synonyms": ["..., x", "tw => tư"], "lenient": True}, "tw", "tư"),
        ("trim", {}, "thị", "thị"),
        ("truncate", {"length": 3}, "thường", "thư"),
        ("unique", {}, "thị chỉ thị", "thị|chỉ"),
        ("unique", {"only_on_same_position": True}, "thị chỉ thị", "thị|chỉ|thị"),
        ("uppercase", {}, "đảng", "ĐẢNG"),
        ("word_delimiter_graph", {}, "CT10", "CT|10"),
        ("word_delimiter_graph", {"catenate_all": True}, "CT10", "CT10|CT|10"),
        ("word_delimiter_graph", {"preserve_original": True}, "CT10", "CT10|CT|10"),
        ("word_delimiter_graph", {"split_on_numerics": False}, "CT10", "CT10"),
        ("word_delimiter_graph", {"protected_words": ["CT10"]}, "CT10", "CT10"),
        ("word_delimiter_graph", {"type_table": ["C => DIGIT"], "split_on_numerics": True}, "aCT", "a|C|T"),
    ],
)
def test_a_filter_of_tokens_does_what_the_reference_says(url, name, parameters, text, expected):
    assert tokens(url, text, filters=[{"type": name, **parameters}]) == (expected.split("|") if expected else [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("asciifolding", "The|Dang|uy|la|Dang"),
        ("edge_ngram", "T|Đ|ủ|l|Đ"),
        ("lowercase", "the|đảng|ủy|là|đảng"),
        ("remove_duplicates", "The|Đảng|ủy|là|Đảng"),
        ("shingle", "The|The Đảng|Đảng|Đảng ủy|ủy|ủy là|là|là Đảng|Đảng"),
        ("stop", "The|Đảng|ủy|là|Đảng"),  # "The" is not "the"
        ("trim", "The|Đảng|ủy|là|Đảng"),
        ("truncate", "The|Đảng|ủy|là|Đảng"),
        ("unique", "The|Đảng|ủy|là"),
        ("word_delimiter_graph", "The|Đảng|ủy|là|Đảng"),
    ],
)
def test_a_name_alone_means_its_standard_parameters(url, name, expected):
    assert tokens(url, "The Đảng ủy là Đảng", filters=[name]) == expected.split("|")


@pytest.mark.parametrize(
    ("name", "parameters", "text", "expected"),
    [
        ("char_group", {"tokenize_on_chars": ["whitespace", "-", "\\n"]}, "10-CT chỉ\nthị", "10|CT|chỉ|thị"),
        ("char_group", {"tokenize_on_chars": ["digit", "punctuation"]}, "ct10,tw", "ct|tw"),
        ("classic", {}, "10-CT/TW", "10-CT|TW"),
        ("edge_ngram", {}, "chỉ thị", "c|ch"),
        ("edge_ngram", {"min_gram": 2, "max_gram": 3, "token_chars": ["letter"]}, "chỉ thị", "ch|chỉ|th|thị"),
        ("keyword", {}, "10-CT/TW", "10-CT/TW"),
        ("letter", {}, "10-CT/TW", "CT|TW"),
        ("ngram", {}, "thị", "t|th|h|hị|ị"),
        ("ngram", {"token_chars": ["digit", "custom"], "custom_token_chars": "-"}, "a1-b", "1|1-|-"),
        ("path_hierarchy", {}, "tin/trong-tinh/2026", "tin|tin/trong-tinh|tin/trong-tinh/2026"),
        ("path_hierarchy", {"delimiter": "-", "replacement": "/", "skip": 1}, "a-b-c", "/b|/b/c"),
        ("path_hierarchy", {"reverse": True}, "a/b", "a/b|b"),
        ("pattern", {"pattern": "[/-]"}, "10-CT/TW", "10|CT|TW"),
        ("pattern", {"pattern": "([0-9]+)-", "group": 1}, "10-CT", "10"),
        ("simple_pattern", {"pattern": "[0-9]{2}"}, "10-CT/16", "10|16"),
        ("simple_pattern_split", {"pattern": "-"}, "10-CT", "10|CT"),
        ("standard", {}, "10-CT/TW Đảng", "10|CT|TW|Đảng"),
        ("uax_url_email", {}, "gửi vp@example.vn", "gửi|vp@example.vn"),
        ("whitespace", {}, "10-CT/TW Đảng", "10-CT/TW|Đảng"),
        ("whitespace", {"max_token_length": 3}, "Đảng", "Đản|g"),
    ],
)
def test_a_tokenizer_does_what_the_reference_says(url, name, parameters, text, expected):
    assert tokens(url, text, tokenizer={"type": name, **parameters}) == expected.split("|")


@pytest.mark.parametrize(
    ("name", "parameters", "text", "expected"),
    [
        ("html_strip", {}, "<b>Đảng</b> &amp; dân", "Đảng & dân"),
        ("html_strip", {"escaped_tags": ["b"]}, "<b>Đảng</b><i>ủy</i>", "<b>Đảng</b>ủy"),
        ("mapping", {"mappings": ["oà => òa", "\\u0020 => _", "- =>"]}, "hoà - bình", "hòa__bình"),
        ("pattern_replace", {"pattern": "(\\d+)-(?=\\d)", "replacement": "$1_"}, "123-456-789", "123_456_789"),
        ("pattern_replace", {"pattern": "CT", "flags": "CASE_INSENSITIVE"}, "ct10", "10"),
    ],
)
def test_a_filter_of_the_text_does_what_the_reference_says(url, name, parameters, text, expected):
    assert tokens(url, text, tokenizer="keyword", char_filters=[{"type": name, **parameters}]) == [expected]


@pytest.mark.parametrize(
    ("name", "parameters", "reason"),
    [
        ("edge_ngram", {"min_gramm": 2}, "unknown parameters"),
        ("ngram", {"min_gram": 1, "max_gram": 9}, "max_ngram_diff"),
        ("synonym", {"synonyms": ["..., x"]}, "failed to build synonyms"),
        ("synonym", {}, "requires either"),
        ("truncate", {}, "length"),
        ("keep_types", {}, "types"),
        ("pattern_replace", {}, "pattern"),
        ("multiplexer", {"filters": ["nothing"]}, "nothing"),
        ("condition", {}, "condition"),
    ],
)
def test_what_the_full_distribution_would_refuse_or_misread_is_refused(url, name, parameters, reason):
    asked = {"tokenizer": "standard", "filter": [{"type": name, **parameters}], "text": "a"}
    answer = ask(f"{url}/_analyze", "POST", asked)
    assert reason in json.dumps(answer["error"]), answer


@pytest.fixture
def index(url) -> Iterator[str]:
    """The address of an index that is not there yet."""
    address = f"{url}/tools-{os.getpid()}"
    yield address
    ask(address, "DELETE")


def test_an_index_uses_them_in_analyzers_and_normalizers_and_synonyms_read_what_stands_before_them(index):
    analysis = {
        "filter": {
            "short": {"type": "synonym_graph", "synonyms": ["BTV => Ban Thường vụ"]},
            "folded": {"type": "asciifolding", "preserve_original": True},
        },
        "analyzer": {"query": {"tokenizer": "standard", "filter": ["lowercase", "folded", "short"]}},
        "normalizer": {"plain": {"type": "custom", "filter": ["lowercase", "asciifolding", "trim"]}},
    }
    made = ask(index, "PUT", {"settings": {"analysis": analysis, "number_of_replicas": 0}})
    assert made.get("acknowledged"), made
    for how, expected in [("analyzer", ["ban", "thuong", "vu"]), ("normalizer", ["btv"])]:
        name = {"analyzer": "query", "normalizer": "plain"}[how]
        answer = ask(f"{index}/_analyze", "POST", {how: name, "text": "BTV"})
        assert [token["token"] for token in answer["tokens"]] == expected


def test_what_gives_several_tokens_for_one_cannot_stand_before_synonyms(index):
    analysis = {
        "filter": {"short": {"type": "synonym", "synonyms": ["btv => ban"]}},
        "analyzer": {"query": {"tokenizer": "standard", "filter": ["ngram", "short"]}},
    }
    refused = ask(index, "PUT", {"settings": {"analysis": analysis}})
    assert "cannot be used to parse synonyms" in json.dumps(refused)


def test_the_server_is_reached_from_this_machine_alone_and_leaves_nothing_behind(alive):
    with elasticsearch.temporary_server() as node:
        assert ask(f"{node.url}/_cluster/health")["status"] == "green"
        described = ask(f"{node.url}/_nodes/_local/http,process,os")["nodes"]
        [addresses] = [facts["http"]["bound_address"] for facts in described.values()]
        assert [address.rpartition(":")[0] for address in addresses] == ["127.0.0.1"]
        pid, folder = node.pid, node.folder
        assert Path(f"/proc/{pid}").stat().st_uid != 0
        node.freeze()
        assert not node.answers()
        node.thaw()
        assert node.answers()
    assert not alive(pid)
    assert not folder.exists()


STARTED_AND_LEFT = """
import time
from tools.elasticsearch import temporary_server
with temporary_server() as node:
    print(node.pid, flush=True)
    time.sleep(600)
"""


def test_the_server_ends_when_the_tests_are_killed(alive):
    with subprocess.Popen(
        [sys.executable, "-c", STARTED_AND_LEFT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as tests:
        pid = int(tests.stdout.readline())
        assert alive(pid)
        tests.send_signal(signal.SIGKILL)
    wait_until(lambda: not alive(pid))


def test_a_cluster_loses_one_of_three_and_gets_it_back():
    with elasticsearch.temporary_cluster(nodes=3) as nodes:
        health = f"{nodes[0].url}/_cluster/health"
        assert ask(health)["number_of_nodes"] == 3
        nodes[2].kill()
        wait_until(lambda: ask(health).get("number_of_nodes") == 2)
        nodes[2].start()
        wait_until(lambda: ask(health).get("number_of_nodes") == 3)


def test_the_commands_start_one_server_name_it_and_end_it(tmp_path, alive):
    environment = {**os.environ, "PORTAL_CACHE_DIR": str(distribution.home().parent), "PORTAL_VAR_DIR": str(tmp_path)}
    environment["ELASTICSEARCH_PORT"] = "0"

    def make(target: str) -> list[str]:
        done = subprocess.run(["make", target], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    try:
        named = make("elasticsearch")[-1]
        assert ask(f"{named}/_cluster/health")["status"] == "green"
        assert make("elasticsearch") == [named]
    finally:
        make("elasticsearch-stop")
    with pytest.raises(OSError, match="refused"):
        ask(f"{named}/_cluster/health")


def test_without_java_or_maven_the_packages_are_named(monkeypatch, tmp_path):
    monkeypatch.setattr(distribution, "java_home", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PORTAL_CACHE_DIR", str(tmp_path))
    with pytest.raises(Problem, match="sudo apt install openjdk-17-jdk-headless maven"):
        distribution.ensure()


def test_files_that_are_not_those_that_were_checked_are_not_used(monkeypatch, tmp_path):
    maven = tmp_path / "mvn"
    maven.write_text(f"""#!{sys.executable}
import sys
[folder] = [part.partition("=")[2] for part in sys.argv if part.startswith("-DoutputDirectory=")]
open(folder + "/elasticsearch-{distribution.VERSION}.zip", "w").write("something else")
""")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("PORTAL_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PORTAL_VAR_DIR", str(tmp_path))
    with pytest.raises(Problem, match="không khớp mã băm"):
        distribution.ensure()
    assert not distribution.ready()


def test_a_machine_without_network_is_told_so(monkeypatch, tmp_path):
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\necho 'Network is unreachable'; exit 1\n")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("PORTAL_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PORTAL_VAR_DIR", str(tmp_path))
    with pytest.raises(Problem, match="kiểm tra kết nối mạng"):
        distribution.ensure()


def wait_until(reached) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.1)
