package portal.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Each token several times in its position, once through every list of filters, each different form once. */
final class Multiplexer implements TokenFilterFactory {

    private final String name;
    private final List<String> lists;
    private final boolean keepOriginal;

    Multiplexer(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "filters", "preserve_original");
        this.name = name;
        this.lists = settings.getAsList("filters");
        this.keepOriginal = settings.getAsBoolean("preserve_original", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException("the filters of a multiplexer are those of one analyzer");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> before,
        Function<String, TokenFilterFactory> others
    ) {
        List<List<TokenFilterFactory>> branches = new ArrayList<>();
        if (keepOriginal) {
            branches.add(List.of());
        }
        for (String list : lists) {
            List<TokenFilterFactory> chain = new ArrayList<>(before);
            for (String filter : list.split(",")) {
                TokenFilterFactory named = others.apply(filter.strip());
                if (named == null) {
                    throw new IllegalArgumentException("[" + name + "] refers to undefined tokenfilter [" + filter + "]");
                }
                chain.add(named.getChainAwareTokenFilterFactory(context, tokenizer, charFilters, chain, others));
            }
            branches.add(chain.subList(before.size(), chain.size()));
        }
        return Lucene.filter(
            name, Kind.NOT_FOR_SYNONYMS, input -> new RemoveDuplicatesTokenFilter(new Branches(input, branches)));
    }

    private static final class Branches extends TokenFilter {

        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final OneToken current;
        private final List<TokenStream> branches = new ArrayList<>();
        private final Deque<State> waiting = new ArrayDeque<>();

        Branches(TokenStream input, List<List<TokenFilterFactory>> chains) {
            super(input);
            current = new OneToken(input);
            for (List<TokenFilterFactory> chain : chains) {
                TokenStream branch = current;
                for (TokenFilterFactory filter : chain) {
                    branch = filter.create(branch);
                }
                branches.add(branch);
            }
        }

        @Override
        public boolean incrementToken() throws IOException {
            while (waiting.isEmpty()) {
                if (!input.incrementToken()) {
                    return false;
                }
                branchOut();
            }
            restoreState(waiting.remove());
            return true;
        }

        private void branchOut() throws IOException {
            State token = captureState();
            for (TokenStream branch : branches) {
                current.token = token;
                branch.reset();
                for (boolean first = true; branch.incrementToken(); first = false) {
                    if (first && !waiting.isEmpty()) {
                        increment.setPositionIncrement(0);
                    }
                    waiting.add(captureState());
                }
            }
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            waiting.clear();
        }
    }

    /** Gives a token that was kept, once, to the filters behind it. */
    private static final class OneToken extends TokenStream {

        private State token;

        OneToken(TokenStream shared) {
            super(shared);
        }

        @Override
        public boolean incrementToken() {
            if (token == null) {
                return false;
            }
            restoreState(token);
            token = null;
            return true;
        }
    }
}
