"""What staff decide of results: pages that stand first for a query, and pages that are not found for it."""
