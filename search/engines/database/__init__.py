"""The engine in the portal's own database, for when there is no Elasticsearch or it does not answer."""
