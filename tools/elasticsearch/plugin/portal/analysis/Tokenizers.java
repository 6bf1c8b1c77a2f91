package portal.analysis;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.path.ReversePathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.apache.lucene.analysis.pattern.SimplePatternSplitTokenizer;
import org.apache.lucene.analysis.pattern.SimplePatternTokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.util.AttributeFactory;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Tokenizers whose parameters are lists or patterns. */
final class Tokenizers {

    private Tokenizers() {}

    static TokenizerFactory keyword(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "buffer_size");
        int size = settings.getAsInt("buffer_size", 256);
        return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(size));
    }

    static TokenizerFactory pattern(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "pattern", "flags", "group");
        Pattern pattern = Regex.compile(settings.get("pattern", "\\W+"), settings.get("flags"));
        int group = settings.getAsInt("group", -1);
        return TokenizerFactory.newFactory(name, () -> new PatternTokenizer(pattern, group));
    }

    static TokenizerFactory simplePattern(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "pattern");
        String pattern = settings.get("pattern", "");
        return TokenizerFactory.newFactory(name, () -> new SimplePatternTokenizer(pattern));
    }

    static TokenizerFactory simplePatternSplit(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "pattern");
        String pattern = settings.get("pattern", "");
        return TokenizerFactory.newFactory(name, () -> new SimplePatternSplitTokenizer(pattern));
    }

    static TokenizerFactory pathHierarchy(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "delimiter", "replacement", "buffer_size", "reverse", "skip");
        String given = settings.get("delimiter", "/");
        char delimiter = one("delimiter", given);
        char replacement = one("replacement", settings.get("replacement", given));
        int size = settings.getAsInt("buffer_size", 1024);
        int skip = settings.getAsInt("skip", 0);
        if (settings.getAsBoolean("reverse", false)) {
            return TokenizerFactory.newFactory(
                name, () -> new ReversePathHierarchyTokenizer(size, delimiter, replacement, skip));
        }
        return TokenizerFactory.newFactory(name, () -> new PathHierarchyTokenizer(size, delimiter, replacement, skip));
    }

    static TokenizerFactory nGram(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "min_gram", "max_gram", "token_chars", "custom_token_chars");
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        IntPredicate inTokens = tokenCharacters(settings);
        return TokenizerFactory.newFactory(name, () -> new NGramTokenizer(shortest, longest) {
            @Override
            protected boolean isTokenChar(int character) {
                return inTokens.test(character);
            }
        });
    }

    static TokenizerFactory edgeNGram(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "min_gram", "max_gram", "token_chars", "custom_token_chars");
        int shortest = settings.getAsInt("min_gram", 1);
        int longest = settings.getAsInt("max_gram", 2);
        IntPredicate inTokens = tokenCharacters(settings);
        return TokenizerFactory.newFactory(name, () -> new EdgeNGramTokenizer(shortest, longest) {
            @Override
            protected boolean isTokenChar(int character) {
                return inTokens.test(character);
            }
        });
    }

    static TokenizerFactory charGroup(IndexSettings index, Environment environment, String name, Settings settings) {
        Lucene.requireKnown(settings, "tokenize_on_chars", "max_token_length");
        int longest = settings.getAsInt("max_token_length", CharTokenizer.DEFAULT_MAX_WORD_LEN);
        IntPredicate cutsAt = character -> false;
        for (String given : settings.getAsList("tokenize_on_chars")) {
            cutsAt = cutsAt.or(given.length() == 1 || given.startsWith("\\")
                ? is(one("tokenize_on_chars", Escapes.resolve(given))) : characterClass(given));
        }
        IntPredicate inTokens = cutsAt.negate();
        return TokenizerFactory.newFactory(name, () -> cut(longest, inTokens));
    }

    private static Tokenizer cut(int longest, IntPredicate inTokens) {
        return new CharTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, longest) {
            @Override
            protected boolean isTokenChar(int character) {
                return inTokens.test(character);
            }
        };
    }

    /** Nothing given: every character. */
    private static IntPredicate tokenCharacters(Settings settings) {
        List<String> classes = settings.getAsList("token_chars");
        String custom = settings.get("custom_token_chars", "");
        if (classes.isEmpty()) {
            return character -> true;
        }
        return classes.stream()
            .map(name -> name.equals("custom") ? (IntPredicate) character -> custom.indexOf(character) >= 0 : characterClass(name))
            .reduce(IntPredicate::or).orElseThrow();
    }

    private static IntPredicate characterClass(String name) {
        return switch (name) {
            case "letter" -> Character::isLetter;
            case "digit" -> Character::isDigit;
            case "whitespace" -> Character::isWhitespace;
            case "punctuation" -> ofCategory("\\p{P}");
            case "symbol" -> ofCategory("\\p{S}");
            default -> throw new IllegalArgumentException("unknown class of characters [" + name + "]");
        };
    }

    private static IntPredicate ofCategory(String category) {
        var matches = Pattern.compile(category).asMatchPredicate();
        return character -> matches.test(Character.toString(character));
    }

    private static IntPredicate is(char one) {
        return character -> character == one;
    }

    private static char one(String key, String given) {
        if (given.length() != 1) {
            throw new IllegalArgumentException(key + " must be a one char value");
        }
        return given.charAt(0);
    }
}
