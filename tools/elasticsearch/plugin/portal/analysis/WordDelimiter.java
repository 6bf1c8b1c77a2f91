package portal.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Words cut at marks, cases and digits, and put together again. */
final class WordDelimiter {

    private static final Map<String, Integer> STANDARD_ON = Map.of(
        "generate_word_parts", WordDelimiterGraphFilter.GENERATE_WORD_PARTS,
        "generate_number_parts", WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS,
        "split_on_case_change", WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE,
        "split_on_numerics", WordDelimiterGraphFilter.SPLIT_ON_NUMERICS,
        "stem_english_possessive", WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE);
    private static final Map<String, Integer> STANDARD_OFF = Map.of(
        "catenate_words", WordDelimiterGraphFilter.CATENATE_WORDS,
        "catenate_numbers", WordDelimiterGraphFilter.CATENATE_NUMBERS,
        "catenate_all", WordDelimiterGraphFilter.CATENATE_ALL,
        "preserve_original", WordDelimiterGraphFilter.PRESERVE_ORIGINAL);

    private WordDelimiter() {}

    static TokenFilterFactory graph(IndexSettings index, Environment environment, String name, Settings settings) {
        requireKnown(settings, "adjust_offsets", "ignore_keywords");
        int ignoring = settings.getAsBoolean("ignore_keywords", false) ? WordDelimiterGraphFilter.IGNORE_KEYWORDS : 0;
        int flags = flags(settings) | ignoring;
        boolean offsets = settings.getAsBoolean("adjust_offsets", true);
        CharArraySet kept = kept(environment, settings);
        byte[] types = types(environment, settings);
        return Lucene.filter(
            name, Kind.NOT_FOR_SYNONYMS, input -> new WordDelimiterGraphFilter(input, offsets, types, flags, kept));
    }

    private static void requireKnown(Settings settings, String... more) {
        List<String> known = new ArrayList<>(List.of(more));
        known.addAll(STANDARD_ON.keySet());
        known.addAll(STANDARD_OFF.keySet());
        known.addAll(List.of("protected_words", "protected_words_path", "type_table", "type_table_path"));
        Lucene.requireKnown(settings, known.toArray(String[]::new));
    }

    private static int flags(Settings settings) {
        int flags = 0;
        for (var flag : STANDARD_ON.entrySet()) {
            flags |= settings.getAsBoolean(flag.getKey(), true) ? flag.getValue() : 0;
        }
        for (var flag : STANDARD_OFF.entrySet()) {
            flags |= settings.getAsBoolean(flag.getKey(), false) ? flag.getValue() : 0;
        }
        return flags;
    }

    private static CharArraySet kept(Environment environment, Settings settings) {
        return Analysis.getWordSet(environment, settings, "protected_words");
    }

    /** Lucene's table with the classes that {@code type_table} gives single characters: {@code "+ => ALPHA"}. */
    private static byte[] types(Environment environment, Settings settings) {
        List<String> rules = Analysis.getWordList(environment, settings, "type_table");
        byte[] standard = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
        if (rules == null) {
            return standard;
        }
        byte[] types = new byte[Character.MAX_VALUE + 1];
        for (int character = 0; character < types.length; character++) {
            types[character] = character < standard.length ? standard[character] : WordDelimiterIterator.getType(character);
        }
        for (String rule : rules) {
            String[] sides = rule.split("=>");
            String character = sides.length == 2 ? Escapes.resolve(sides[0].strip()) : "";
            if (character.length() != 1) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            types[character.charAt(0)] = type(sides[1].strip());
        }
        return types;
    }

    /** The bits of Lucene's table, which only its own package may name. */
    private static byte type(String name) {
        return switch (name) {
            case "LOWER" -> 0x01;
            case "UPPER" -> 0x02;
            case "ALPHA" -> 0x03;
            case "DIGIT" -> 0x04;
            case "ALPHANUM" -> 0x07;
            case "SUBWORD_DELIM" -> 0x08;
            default -> throw new IllegalArgumentException("unknown class of characters [" + name + "]");
        };
    }
}
