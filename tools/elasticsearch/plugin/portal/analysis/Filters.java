package portal.analysis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.commongrams.CommonGramsFilter;
import org.apache.lucene.analysis.commongrams.CommonGramsQueryFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.miscellaneous.KeepWordFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Filters of tokens whose parameters are lists or patterns: Lucene's filters, made without its factories. */
final class Filters {

    private Filters() {}

    static TokenFilterFactory commonGrams(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "common_words", "common_words_path", "ignore_case", "query_mode");
        CharArraySet words = words(environment, settings, "common_words", settings.getAsBoolean("ignore_case", false));
        boolean inQueries = settings.getAsBoolean("query_mode", false);
        return Lucene.filter(name, Kind.NOT_FOR_SYNONYMS, input -> {
            CommonGramsFilter grams = new CommonGramsFilter(input, words);
            return inQueries ? new CommonGramsQueryFilter(grams) : grams;
        });
    }

    static TokenFilterFactory elision(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "articles", "articles_path", "articles_case");
        CharArraySet articles = Analysis.parseArticles(environment, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return Lucene.filter(name, Kind.NORMALIZING, input -> new ElisionFilter(input, articles));
    }

    static TokenFilterFactory keep(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "keep_words", "keep_words_path", "keep_words_case");
        CharArraySet words = words(environment, settings, "keep_words", settings.getAsBoolean("keep_words_case", false));
        return Lucene.filter(name, Kind.PLAIN, input -> new KeepWordFilter(input, words));
    }

    static TokenFilterFactory keepTypes(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "types", "mode");
        Set<String> types = Set.copyOf(settings.getAsList("types"));
        String mode = settings.get("mode", "include");
        if (types.isEmpty() || !Set.of("include", "exclude").contains(mode)) {
            throw new IllegalArgumentException("keep_types requires `types`, and `mode` to be `include` or `exclude`");
        }
        return Lucene.filter(name, Kind.PLAIN, input -> new TypeTokenFilter(input, types, mode.equals("include")));
    }

    static TokenFilterFactory keywordMarker(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "keywords", "keywords_path", "keywords_pattern", "ignore_case");
        if (settings.get("keywords_pattern") != null) {
            Pattern pattern = Pattern.compile(settings.get("keywords_pattern"));
            return Lucene.filter(name, Kind.PLAIN, input -> new PatternKeywordMarkerFilter(input, pattern));
        }
        CharArraySet words = words(environment, settings, "keywords", settings.getAsBoolean("ignore_case", false));
        return Lucene.filter(name, Kind.PLAIN, input -> new SetKeywordMarkerFilter(input, words));
    }

    static TokenFilterFactory patternCapture(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "patterns", "preserve_original");
        List<String> patterns = settings.getAsList("patterns");
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("required setting 'patterns' is missing for token filter [" + name + "]");
        }
        Pattern[] compiled = patterns.stream().map(Pattern::compile).toArray(Pattern[]::new);
        boolean keep = settings.getAsBoolean("preserve_original", true);
        return Lucene.filter(name, Kind.PLAIN, input -> new PatternCaptureGroupTokenFilter(input, keep, compiled));
    }

    static TokenFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "pattern", "replacement", "all", "flags");
        if (settings.get("pattern") == null) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(settings.get("pattern"), settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return Lucene.filter(name, Kind.NORMALIZING, input -> new PatternReplaceFilter(input, pattern, replacement, all));
    }

    static TokenFilterFactory unique(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "only_on_same_position");
        boolean samePosition = settings.getAsBoolean("only_on_same_position", false);
        return Lucene.filter(name, Kind.PLAIN, input -> new Unique(input, samePosition));
    }

    private static CharArraySet words(Environment environment, Settings settings, String key, boolean ignoreCase) {
        CharArraySet words = Analysis.parseWords(environment, settings, key, null, Map.of(), ignoreCase);
        if (words == null) {
            throw new IllegalArgumentException("requires `" + key + "` or `" + key + "_path`");
        }
        return words;
    }
}
