package dev.depict.media.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tesseract's table of words (TSV) as lines of text, without what it found in noise: in a
 * photograph of leaves it sees letters too, but is not sure of them.
 *
 * @param text line by line, empty for none
 * @param words how many
 * @param certainty letters and digits, each times the percent by which its word is certain; of two
 *     readings of one picture the larger one is the better
 */
record WordTable(String text, int words, double certainty) {
  /** Column numbers: level, page, block, paragraph, line, word, four of place, confidence, text. */
  private static final int CONFIDENCE = 10;

  private static final int TEXT = 11;
  private static final String WORD_LEVEL = "5";

  /** Percent. A line needs one word of this certainty, with three letters or two digits. */
  private static final double SURE = 75;

  /** Percent. Words below are left out of lines that are kept. */
  private static final double POSSIBLE = 30;

  /** Rules, frames and rows of dots, which read like this. */
  private static final Pattern NO_WORD = Pattern.compile("[|_~]+|(\\p{Ll})\\1{2,}");

  private record Word(String text, double confidence) {
    long signs() {
      return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    boolean proves() {
      long digits = text.codePoints().filter(Character::isDigit).count();
      return confidence >= SURE && (signs() > 2 || digits > 1);
    }
  }

  static WordTable of(String tsv) {
    Map<List<String>, List<Word>> lines = new LinkedHashMap<>();
    tsv.lines()
        .map(row -> row.split("\t", -1))
        .filter(row -> row.length > TEXT && row[0].equals(WORD_LEVEL) && !row[TEXT].isBlank())
        .forEach(row ->
            lines
                .computeIfAbsent(List.of(row[2], row[3], row[4]), place -> new ArrayList<>())
                .add(new Word(row[TEXT].strip(), Double.parseDouble(row[CONFIDENCE]))));
    List<List<Word>> kept =
        lines.values().stream()
            .map(WordTable::likely)
            .filter(line -> line.stream().anyMatch(Word::proves))
            .toList();
    return new WordTable(
        kept.stream().map(WordTable::join).collect(Collectors.joining("\n")),
        kept.stream().mapToInt(List::size).sum(),
        kept.stream()
            .flatMap(List::stream)
            .mapToDouble(word -> word.signs() * word.confidence())
            .sum());
  }

  private static List<Word> likely(List<Word> line) {
    return line.stream()
        .filter(word -> word.confidence() >= POSSIBLE && !NO_WORD.matcher(word.text()).matches())
        .toList();
  }

  private static String join(List<Word> line) {
    return line.stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
