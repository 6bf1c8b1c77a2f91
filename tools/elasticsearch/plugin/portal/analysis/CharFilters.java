package portal.analysis;

import java.io.Reader;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** Filters of the text before it is cut into tokens. */
final class CharFilters {

    private CharFilters() {}

    static CharFilterFactory htmlStrip(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "escaped_tags");
        Set<String> kept = Set.copyOf(settings.getAsList("escaped_tags"));
        return new CharFilterFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reader create(Reader text) {
                return kept.isEmpty() ? new HTMLStripCharFilter(text) : new HTMLStripCharFilter(text, kept);
            }
        };
    }

    static CharFilterFactory mapping(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "mappings", "mappings_path");
        List<String> rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path` to be configured");
        }
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int arrow = rule.lastIndexOf("=>");
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            map.add(Escapes.resolve(rule.substring(0, arrow).strip()), Escapes.resolve(rule.substring(arrow + 2).strip()));
        }
        NormalizeCharMap built = map.build();
        return new NormalizingCharFilter(name, text -> new MappingCharFilter(built, text));
    }

    static CharFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "pattern", "replacement", "flags");
        if (settings.get("pattern") == null) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(settings.get("pattern"), settings.get("flags"));
        String replacement = settings.get("replacement", "");
        return new NormalizingCharFilter(name, text -> new PatternReplaceCharFilter(pattern, replacement, text));
    }

    private record NormalizingCharFilter(String name, UnaryOperator<Reader> with) implements NormalizingCharFilterFactory {
        @Override
        public Reader create(Reader text) {
            return with.apply(text);
        }
    }
}
