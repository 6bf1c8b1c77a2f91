package portal.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;
import static portal.analysis.Kind.NORMALIZING;
import static portal.analysis.Kind.NOT_FOR_SYNONYMS;
import static portal.analysis.Kind.PLAIN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.classic.ClassicFilterFactory;
import org.apache.lucene.analysis.classic.ClassicTokenizerFactory;
import org.apache.lucene.analysis.cjk.CJKWidthFilterFactory;
import org.apache.lucene.analysis.core.DecimalDigitFilterFactory;
import org.apache.lucene.analysis.core.FlattenGraphFilterFactory;
import org.apache.lucene.analysis.core.LetterTokenizerFactory;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.core.UpperCaseFilterFactory;
import org.apache.lucene.analysis.core.WhitespaceTokenizerFactory;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizerFactory;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.minhash.MinHashFilterFactory;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.miscellaneous.FingerprintFilterFactory;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilterFactory;
import org.apache.lucene.analysis.miscellaneous.LengthFilterFactory;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilterFactory;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilterFactory;
import org.apache.lucene.analysis.miscellaneous.TrimFilterFactory;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilterFactory;
import org.apache.lucene.analysis.ngram.EdgeNGramFilterFactory;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramFilterFactory;
import org.apache.lucene.analysis.reverse.ReverseStringFilterFactory;
import org.apache.lucene.analysis.tr.ApostropheFilterFactory;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The names of the full distribution's analysis, for a server that comes without them.
 *
 * <p>Lucene's own factories do the work. What is here says only how Elasticsearch calls each of them and its
 * parameters, and with what defaults: "Elasticsearch's name, Lucene's name, default" (none: must be given; "-": that of
 * Lucene).
 */
public final class AnalysisNames extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        Map<String, AnalysisProvider<TokenFilterFactory>> filters = new HashMap<>();
        filters.put("apostrophe", Lucene.filter(PLAIN, ApostropheFilterFactory::new));
        filters.put("asciifolding", Lucene.filter(NORMALIZING, ASCIIFoldingFilterFactory::new,
            "preserve_original preserveOriginal false"));
        filters.put("cjk_width", Lucene.filter(NORMALIZING, CJKWidthFilterFactory::new));
        filters.put("classic", Lucene.filter(PLAIN, ClassicFilterFactory::new));
        filters.put("decimal_digit", Lucene.filter(NORMALIZING, DecimalDigitFilterFactory::new));
        filters.put("edge_ngram", Lucene.filter(NOT_FOR_SYNONYMS, EdgeNGramFilterFactory::new,
            "min_gram minGramSize 1", "max_gram maxGramSize 2", "preserve_original preserveOriginal false"));
        filters.put("fingerprint", Lucene.filter(NOT_FOR_SYNONYMS, FingerprintFilterFactory::new,
            "max_output_size maxOutputTokenSize 255", "separator separator -"));
        filters.put("flatten_graph", Lucene.filter(PLAIN, FlattenGraphFilterFactory::new));
        filters.put("keyword_repeat", Lucene.filter(NOT_FOR_SYNONYMS, KeywordRepeatFilterFactory::new));
        filters.put("length", Lucene.filter(PLAIN, LengthFilterFactory::new, "min min 0", "max max 2147483647"));
        filters.put("limit", Lucene.filter(PLAIN, LimitTokenCountFilterFactory::new,
            "max_token_count maxTokenCount 1", "consume_all_tokens consumeAllTokens false"));
        filters.put("lowercase", Lucene.filter(NORMALIZING, LowerCaseFilterFactory::new));
        filters.put("min_hash", Lucene.filter(NOT_FOR_SYNONYMS, MinHashFilterFactory::new,
            "hash_count hashCount 1", "bucket_count bucketCount 512", "hash_set_size hashSetSize 1",
            "with_rotation withRotation -"));
        filters.put("ngram", Bounds.onGrams(Lucene.filter(NOT_FOR_SYNONYMS, NGramFilterFactory::new,
            "min_gram minGramSize 1", "max_gram maxGramSize 2", "preserve_original preserveOriginal false")));
        filters.put("remove_duplicates", Lucene.filter(PLAIN, RemoveDuplicatesTokenFilterFactory::new));
        filters.put("reverse", Lucene.filter(PLAIN, ReverseStringFilterFactory::new));
        filters.put("trim", Lucene.filter(NORMALIZING, TrimFilterFactory::new));
        filters.put("truncate", requiresAnalysisSettings(
            Lucene.filter(PLAIN, TruncateTokenFilterFactory::new, "length prefixLength")));
        filters.put("uppercase", Lucene.filter(NORMALIZING, UpperCaseFilterFactory::new));
        filters.put("common_grams", requiresAnalysisSettings(Filters::commonGrams));
        filters.put("elision", requiresAnalysisSettings(Filters::elision));
        filters.put("keep", requiresAnalysisSettings(Filters::keep));
        filters.put("keep_types", requiresAnalysisSettings(Filters::keepTypes));
        filters.put("keyword_marker", requiresAnalysisSettings(Filters::keywordMarker));
        filters.put("pattern_capture", requiresAnalysisSettings(Filters::patternCapture));
        filters.put("pattern_replace", requiresAnalysisSettings(Filters::patternReplace));
        filters.put("unique", Filters::unique);
        filters.put("word_delimiter_graph", WordDelimiter::graph);
        filters.put("multiplexer", requiresAnalysisSettings(Multiplexer::new));
        filters.put("synonym", requiresAnalysisSettings(
            (index, environment, name, settings) -> new Synonyms(environment, name, settings, false)));
        filters.put("synonym_graph", requiresAnalysisSettings(
            (index, environment, name, settings) -> new Synonyms(environment, name, settings, true)));
        return filters;
    }

    /** Bare names that mean something else than a definition without parameters. */
    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(
            PreConfiguredTokenFilter.singleton("edge_ngram", false, false, input -> new EdgeNGramTokenFilter(input, 1)),
            PreConfiguredTokenFilter.singleton(
                "elision", true, input -> new ElisionFilter(input, FrenchAnalyzer.DEFAULT_ARTICLES)),
            PreConfiguredTokenFilter.singleton("truncate", false, input -> new TruncateTokenFilter(input, 10)));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        Map<String, AnalysisProvider<TokenizerFactory>> tokenizers = new HashMap<>();
        tokenizers.put("classic", Lucene.tokenizer(ClassicTokenizerFactory::new,
            "max_token_length maxTokenLength 255"));
        tokenizers.put("letter", Lucene.tokenizer(LetterTokenizerFactory::new));
        tokenizers.put("uax_url_email", Lucene.tokenizer(UAX29URLEmailTokenizerFactory::new,
            "max_token_length maxTokenLength 255"));
        tokenizers.put("whitespace", Lucene.tokenizer(WhitespaceTokenizerFactory::new,
            "max_token_length maxTokenLen 255"));
        tokenizers.put("char_group", Tokenizers::charGroup);
        tokenizers.put("edge_ngram", Tokenizers::edgeNGram);
        tokenizers.put("keyword", Tokenizers::keyword);
        tokenizers.put("ngram", Bounds.onGrams(Tokenizers::nGram));
        tokenizers.put("path_hierarchy", Tokenizers::pathHierarchy);
        tokenizers.put("pattern", Tokenizers::pattern);
        tokenizers.put("simple_pattern", Tokenizers::simplePattern);
        tokenizers.put("simple_pattern_split", Tokenizers::simplePatternSplit);
        return tokenizers;
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
            "html_strip", CharFilters::htmlStrip,
            "mapping", requiresAnalysisSettings(CharFilters::mapping),
            "pattern_replace", requiresAnalysisSettings(CharFilters::patternReplace));
    }
}
