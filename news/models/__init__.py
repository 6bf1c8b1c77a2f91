"""Articles and sections, one concern a file."""

from news.models.article import Article, ArticleTag, Correction, RelatedArticle
from news.models.imports import ImportRecord
from news.models.section import Section

__all__ = ["Article", "ArticleTag", "Correction", "ImportRecord", "RelatedArticle", "Section"]
