package portal.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Lucene's factories with Elasticsearch's parameters, and the shapes of factories that all others share. */
final class Lucene {

    private Lucene() {}

    static AnalysisProvider<TokenFilterFactory> filter(
        Kind kind,
        Function<Map<String, String>, org.apache.lucene.analysis.TokenFilterFactory> factory,
        String... parameters
    ) {
        return (index, environment, name, settings) -> {
            Map<String, String> given = arguments(settings, parameters);
            // A rule of synonyms is read without the form that is kept beside: it must be one token for each.
            boolean keeps = kind == Kind.NORMALIZING && given.containsKey("preserveOriginal");
            var lucene = factory.apply(new HashMap<>(given));
            given.replace("preserveOriginal", "false");
            var inSynonyms = keeps ? factory.apply(given) : lucene;
            return filter(name, kind, lucene::create, inSynonyms::create);
        };
    }

    static TokenFilterFactory filter(String name, Kind kind, UnaryOperator<TokenStream> create) {
        return filter(name, kind, create, create);
    }

    private static TokenFilterFactory filter(
        String name, Kind kind, UnaryOperator<TokenStream> create, UnaryOperator<TokenStream> inSynonyms
    ) {
        return switch (kind) {
            case PLAIN -> new Filter(name, create);
            case NORMALIZING -> new NormalizingFilter(name, create, inSynonyms);
            case NOT_FOR_SYNONYMS -> new FilterNotForSynonyms(name, create);
        };
    }

    static AnalysisProvider<TokenizerFactory> tokenizer(
        Function<Map<String, String>, org.apache.lucene.analysis.TokenizerFactory> factory, String... parameters
    ) {
        return (index, environment, name, settings) -> {
            var lucene = factory.apply(arguments(settings, parameters));
            return TokenizerFactory.newFactory(name, lucene::create);
        };
    }

    /**
     * A parameter that is misspelt would be passed over by Elasticsearch in silence: here it is an error. A bare name
     * comes with the settings of its index instead.
     */
    static void requireKnown(Settings settings, String... names) {
        Set<String> known = Set.of(names);
        Set<String> unknown = settings.keySet().stream()
            .filter(key -> !key.equals("type") && !key.startsWith("index.") && !known.contains(key))
            .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown parameters " + unknown + ", known are " + known);
        }
    }

    private static Map<String, String> arguments(Settings settings, String... parameters) {
        requireKnown(settings, Arrays.stream(parameters).map(line -> line.split(" ")[0]).toArray(String[]::new));
        Map<String, String> given = new HashMap<>();
        for (String parameter : parameters) {
            String[] parts = parameter.split(" ");
            String standard = parts.length > 2 && !parts[2].equals("-") ? parts[2] : null;
            String value = settings.get(parts[0], standard);
            if (value != null) {
                given.put(parts[1], value);
            } else if (parts.length == 2) {
                throw new IllegalArgumentException(parts[0] + " parameter must be provided");
            }
        }
        return given;
    }

    private record Filter(String name, UnaryOperator<TokenStream> with) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return with.apply(input);
        }
    }

    private record NormalizingFilter(
        String name, UnaryOperator<TokenStream> with, UnaryOperator<TokenStream> inSynonyms
    ) implements NormalizingTokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return with.apply(input);
        }

        @Override
        public TokenStream normalize(TokenStream input) {
            return inSynonyms.apply(input);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return new Filter(name, inSynonyms);
        }
    }

    private record FilterNotForSynonyms(String name, UnaryOperator<TokenStream> with) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return with.apply(input);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            throw new IllegalArgumentException("Token filter [" + name + "] cannot be used to parse synonyms");
        }
    }
}
