"""Search: where Elasticsearch is. Without an address the database is searched (docs/search.md)."""

import environ

env = environ.Env()
env.ENVIRON = {name: value for name, value in env.ENVIRON.items() if value.strip()}

#: Addresses of the nodes; any of them is asked, and those that do not answer are left out for a while.
ELASTICSEARCH_URLS = env.list("ELASTICSEARCH_URL", default=[])
ELASTICSEARCH_API_KEY = env.str("ELASTICSEARCH_API_KEY", default="")
ELASTICSEARCH_USER = env.str("ELASTICSEARCH_USER", default="")
ELASTICSEARCH_PASSWORD = env.str("ELASTICSEARCH_PASSWORD", default="")
#: A file with the certificate of the authority that signed the nodes' own.
ELASTICSEARCH_CA = env.str("ELASTICSEARCH_CA", default="")
#: Names of the indices and of their alias begin with this.
ELASTICSEARCH_PREFIX = env.str("ELASTICSEARCH_PREFIX", default="portal")
ELASTICSEARCH_SHARDS = env.int("ELASTICSEARCH_SHARDS", default=1)
ELASTICSEARCH_REPLICAS = env.int("ELASTICSEARCH_REPLICAS", default=0)
#: How long a visitor's search waits for an answer.
ELASTICSEARCH_TIMEOUT_SECONDS = env.float("ELASTICSEARCH_TIMEOUT_SECONDS", default=1.5)
#: Elasticsearch is not asked while a change has been waiting for it for longer.
SEARCH_MOST_BEHIND_SECONDS = env.float("SEARCH_MOST_BEHIND_SECONDS", default=5.0)
#: How long counts of searches are gathered before they are written.
SEARCH_LOG_SECONDS = env.float("SEARCH_LOG_SECONDS", default=5.0)
