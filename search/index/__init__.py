"""The index: what Elasticsearch holds of each entry, and how it takes texts apart."""
