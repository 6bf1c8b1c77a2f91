package portal.analysis;

import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Bounds that an index sets on its analysis. */
final class Bounds {

    private Bounds() {}

    /** {@code max_gram} exceeds {@code min_gram} by no more than {@code index.max_ngram_diff}. */
    static <T> AnalysisProvider<T> onGrams(AnalysisProvider<T> provider) {
        return (index, environment, name, settings) -> {
            int difference = settings.getAsInt("max_gram", 2) - settings.getAsInt("min_gram", 1);
            if (index != null && difference > index.getMaxNgramDiff()) {
                throw new IllegalArgumentException(
                    "max_gram exceeds min_gram by " + difference + ", index.max_ngram_diff allows " + index.getMaxNgramDiff());
            }
            return provider.get(index, environment, name, settings);
        };
    }
}
