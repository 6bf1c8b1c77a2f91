"""What it counts, in points, that a query names a document by its number: the same on both engines.

Steps between kinds of answers, far above any score of words (a query of eighty words stays below 500): the document
with the very number, the one of the body that is likeliest meant, others with that number, texts that cite it. The
smaller ones are added for what else was typed of the document.
"""

EXACTLY = 8_000
LIKELY = 2_000
BY_NUMBER = 4_000
CITING = 1_000
YEAR, TERM, DATE, BODY = 1_500, 1_500, 1_800, 500
#: Times the logarithm of how often a document is cited: a thousand times is 30.
CITED_FACTOR = 10
#: In a sentence a number puts forward what it names, and no more.
IN_SENTENCE = 0.002
