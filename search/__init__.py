"""Search over all that the portal publishes: entries, the index, the query, the engines."""
