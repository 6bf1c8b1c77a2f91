"""The database engine: bounded in what it reads, whatever is asked."""

import time
from collections.abc import Mapping, Sequence

from search.contract import MOST_RESULTS, PER_PAGE, Facet, Hit, Order, SearchRequest, SearchResults
from search.engines.database import facets, narrowing, phrases, rules, snippets, storage, stories
from search.engines.database.asking import asked_by
from search.engines.database.candidates import Found, find
from search.engines.database.frequency import Frequencies
from search.engines.database.ranking import Ranked, Ranking
from search.engines.database.tokens import folded_words
from search.engines.database.writing import page_at
from search.entries import Passage
from search.models import StoredEntry, StoredPassage
from search.query.marking import Meant, phrases_of

#: Phrases are compared with the texts themselves, of so many rows at most.
MOST_COMPARED = 300
#: So many pages of files are looked through for one page of results.
_MOST_PASSAGES = 300


class DatabaseEngine:
    """Answers from the rows that ``search.engines.database.writing`` keeps."""

    name = "database"

    def search(self, request: SearchRequest) -> SearchResults:
        began = time.perf_counter()
        search = _Search(request)
        results = search.results() if search.asked else SearchResults((), 0, {})
        milliseconds = (time.perf_counter() - began) * 1000
        return SearchResults(
            results.hits,
            results.total,
            results.facets,
            results.is_at_least,
            engine=self.name,
            milliseconds=milliseconds,
        )

    def ranking(self, request: SearchRequest, most: int) -> list[str]:
        """The keys of the first ``most``, by relevance; nothing is counted or marked."""
        search = _Search(request)
        return search.ranking(most) if search.asked else []


class _Search:
    """One request being answered."""

    def __init__(self, request: SearchRequest) -> None:
        self._request, self._known = request, Frequencies()
        paths = request.chosen.get(Facet.SECTION) or None
        findable = rules.without_excluded(narrowing.findable(request), request)
        self.asked = asked_by(request, findable)
        rows = findable
        if any(request.chosen.values()):
            rows = narrowing.with_values(findable, request.chosen, request.today)
        self._length = facets.section_length(request.under)
        if paths is not None:
            rows = narrowing.in_sections(rows, paths)
            if any(len(path) != self._length for path in paths):
                # Counts beside what was chosen are of sections of one depth only.
                findable, paths = narrowing.in_sections(findable, paths), None
        self._findable, self._rows, self._sections = findable, rows, paths

    def results(self) -> SearchResults:
        found, likeliest = find(self.asked, self._findable, self._rows, self._known)
        found, likeliest, is_at_least = self._compared(found, likeliest)
        found = rules.with_pins(found, rules.pins_among(self._findable, self._request, self.asked))
        rows = found.within(self._findable)
        counted = facets.count(rows, self._request.chosen, self._request.today, self._length, self._sections)
        shown = self._shown(found, likeliest)
        return SearchResults(self._hits(shown), counted.total, counted.facets, is_at_least)

    def ranking(self, most: int) -> list[str]:
        found, likeliest = find(self.asked, self._findable, self._rows, self._known)
        _found, likeliest, _is_at_least = self._compared(found, likeliest)
        return [str(page_at(one.place)) for one in self._ranked(likeliest)[:most]]

    def _ranked(self, places: Sequence[int], pins: Sequence[int] = ()) -> list[Ranked]:
        ranked = rules.pins_first(Ranking(self.asked, self._known, self._request.today).rank(places), pins)
        return stories.told_once(ranked, lambda one: one.place)

    def _compared(self, found: Found, likeliest: list[int]) -> tuple[Found, list[int], bool]:
        """Without the rows whose phrases are not as typed: tokens know pairs of words and no marks.

        The last is whether there were more rows than are compared.
        """
        kept = phrases.compared(likeliest[:MOST_COMPARED], self.asked, phrases.marked(self._request.query))
        if kept is None:
            return found, likeliest, False
        return Found(None, kept), kept, len(likeliest) > MOST_COMPARED

    def _shown(self, found: Found, likeliest: Sequence[int]) -> Sequence[Ranked]:
        start = max(0, self._request.page - 1) * PER_PAGE
        if start >= MOST_RESULTS:
            return ()
        end = start + PER_PAGE
        if self._request.order is Order.RELEVANCE:
            pins = rules.pins_among(self._rows, self._request, self.asked)
            places = list(dict.fromkeys([*pins, *likeliest]))
            return self._ranked(places, pins)[start:end]
        rows = found.within(self._rows)
        if self._request.order is Order.MOST_VIEWED:
            rows = rows.order_by("-popularity", "-place")
        else:
            rows = storage.newest_first(rows, found.wanted)
        places = list(rows.values_list("place", flat=True)[:MOST_RESULTS])
        return [Ranked(place, 0.0) for place in stories.told_once(places, int)[start:end]]

    def _hits(self, shown: Sequence[Ranked]) -> list[Hit]:
        sought = self._sought()
        pages = [page_at(one.place) for one in shown]
        entries = {
            row[0]: row[1:]
            for row in StoredEntry.objects.filter(pk__in=pages).values_list("pk", "title", "summary", "body")
        }
        pieces = {pk: _piece(texts[1:], sought) for pk, texts in entries.items()}
        lacking = [
            pk for pk in pages if pk in pieces and pieces[pk].worth < _ENOUGH_WORDS * sum(sought.weights.values())
        ]
        passages = self._passages(lacking)
        hits = []
        for one, pk in zip(shown, pages, strict=True):
            if pk not in entries:  # gone since it was found
                continue
            title, piece = snippets.marked(entries[pk][0], sought), pieces[pk]
            in_title = snippets.best_piece(title.text, sought).worth
            inside = snippets.best_passage(passages.get(pk, ()), sought, max(piece.worth, in_title))
            if inside:
                passage, piece = inside
                hits.append(Hit(str(pk), one.score, title, piece.snippet, passage.file, passage.number))
            else:
                hits.append(Hit(str(pk), one.score, title, piece.snippet))
        return hits

    def _sought(self) -> snippets.Sought:
        """What each word is worth in a snippet: words that only ask are not marked where there are others."""
        words = list(dict.fromkeys(word for one in self.asked.readings for word in one.required))
        placed = dict(zip(words, self.asked.placed(words), strict=True))
        counts = self._known.of(placed.values())
        weights = {word: self._known.weight(counts[token]) for word, token in placed.items()}
        query = self._request.query
        return snippets.Sought(weights, Meant(query), [tuple(folded_words(number)) for number in phrases_of(query)])

    @staticmethod
    def _passages(pages: Sequence[int]) -> Mapping[int, list[Passage]]:
        found: dict[int, list[Passage]] = {}
        if pages:
            for row in StoredPassage.objects.filter(entry__in=pages).order_by("number", "pk")[:_MOST_PASSAGES]:
                found.setdefault(row.entry_id, []).append(row.passage())
        return found


#: A text with words of this share of the weight is good enough to be shown; else the pages of its files are looked at.
_ENOUGH_WORDS = 0.7


def _piece(texts: Sequence[str], sought: snippets.Sought) -> snippets.Piece:
    """The best of summary and body; of equal ones the first that is not empty."""
    pieces = [snippets.best_piece(text, sought) for text in texts if text] or [snippets.best_piece("", sought)]
    return max(pieces, key=lambda piece: piece.worth)
