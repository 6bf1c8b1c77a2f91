"""How good the search is: judged queries, measured through the code that answers visitors."""
