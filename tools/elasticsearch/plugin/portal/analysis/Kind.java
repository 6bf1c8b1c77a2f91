package portal.analysis;

/** Where Elasticsearch lets a filter of tokens be used. */
enum Kind {
    /** In analyzers. */
    PLAIN,
    /** Also in normalizers and on the words of wildcard and range queries. */
    NORMALIZING,
    /** Not before a filter of synonyms: it gives several tokens for one, which a rule cannot hold. */
    NOT_FOR_SYNONYMS
}
