"""The engines: Elasticsearch, and the database when there is none or it does not answer."""
