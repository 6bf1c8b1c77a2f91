package portal.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Rules of synonyms, read with the analysis that stands before them in their own analyzer. */
record Synonyms(Environment environment, String name, Settings settings, boolean graph) implements TokenFilterFactory {

    Synonyms {
        Lucene.requireKnown(settings, "synonyms", "synonyms_path", "expand", "lenient", "updateable", "format");
        if (!settings.get("format", "solr").equals("solr")) {
            throw new IllegalArgumentException("this server reads rules in the format [solr] only");
        }
        if (!settings.hasValue("synonyms") && !settings.hasValue("synonyms_path")) {
            throw new IllegalArgumentException("synonym requires either `synonyms` or `synonyms_path` to be configured");
        }
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return updateable(settings) ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException("rules of synonyms are read for one analyzer");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> others
    ) {
        Analyzer analyzer = new CustomAnalyzer(
            tokenizer,
            charFilters.toArray(CharFilterFactory[]::new),
            before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new));
        return new Read(name, map(analyzer), graph, getAnalysisMode());
    }

    private SynonymMap map(Analyzer analyzer) {
        boolean expand = settings.getAsBoolean("expand", true);
        boolean lenient = settings.getAsBoolean("lenient", updateable(settings));
        SolrSynonymParser parser =
            lenient ? new LenientParser(expand, analyzer) : new SolrSynonymParser(true, expand, analyzer);
        try {
            parser.parse(new StringReader(String.join("\n", Analysis.getWordList(environment, settings, "synonyms"))));
            return parser.build();
        } catch (IOException | ParseException | IllegalArgumentException problem) {
            throw new IllegalArgumentException("failed to build synonyms of [" + name + "]", problem);
        }
    }

    private static boolean updateable(Settings settings) {
        return settings.getAsBoolean("updateable", false);
    }

    @SuppressWarnings("deprecation") // Lucene's advice is to use the graph; Elasticsearch offers both
    private record Read(String name, SynonymMap map, boolean graph, AnalysisMode mode) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            if (map.fst == null) {
                return input; // no rules: Lucene's filters refuse an empty map
            }
            return graph ? new SynonymGraphFilter(input, map, false) : new SynonymFilter(input, map, false);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER; // one list of rules does not change another
        }

        @Override
        public AnalysisMode getAnalysisMode() {
            return mode;
        }
    }

    /** Passes over what a rule holds beyond the analysis, such as a word that becomes two tokens in one position. */
    private static final class LenientParser extends SolrSynonymParser {

        LenientParser(boolean expand, Analyzer analyzer) {
            super(true, expand, analyzer);
        }

        @Override
        public CharsRef analyze(String text, CharsRefBuilder reused) throws IOException {
            try {
                return super.analyze(text, reused);
            } catch (IllegalArgumentException unreadable) {
                return new CharsRef("");
            }
        }

        @Override
        public void add(CharsRef from, CharsRef to, boolean keepOriginal) {
            if (from.length > 0 && to.length > 0) {
                super.add(from, to, keepOriginal);
            }
        }
    }
}
