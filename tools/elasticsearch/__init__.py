"""The development and test Elasticsearch: see README.md."""

from tools.elasticsearch.servers import temporary_cluster, temporary_server

__all__ = ["temporary_cluster", "temporary_server"]
