package dev.depict.media.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tesseract's table of words (TSV) as lines of text, without what it found in noise: in a
 * photograph of leaves it sees letters too, but is not sure of them.
 */
final class WordTable {
  /** Column numbers: level, page, block, paragraph, line, word, four of place, confidence, text. */
  private static final int CONFIDENCE = 10;

  private static final int TEXT = 11;
  private static final String WORD_LEVEL = "5";

  /** Percent. A line needs one word of this certainty and two letters or digits. */
  private static final double SURE = 70;

  /** Percent. Words below are left out of lines that are kept. */
  private static final double POSSIBLE = 30;

  private record Word(String text, double confidence) {
    boolean proves() {
      return confidence >= SURE && text.codePoints().filter(Character::isLetterOrDigit).count() > 1;
    }
  }

  private WordTable() {}

  static String text(String tsv) {
    Map<List<String>, List<Word>> lines = new LinkedHashMap<>();
    tsv.lines()
        .map(row -> row.split("\t", -1))
        .filter(row -> row.length > TEXT && row[0].equals(WORD_LEVEL) && !row[TEXT].isBlank())
        .forEach(row ->
            lines
                .computeIfAbsent(List.of(row[2], row[3], row[4]), place -> new ArrayList<>())
                .add(new Word(row[TEXT].strip(), Double.parseDouble(row[CONFIDENCE]))));
    return lines.values().stream()
        .filter(line -> line.stream().anyMatch(Word::proves))
        .map(WordTable::join)
        .collect(Collectors.joining("\n"));
  }

  private static String join(List<Word> line) {
    return line.stream()
        .filter(word -> word.confidence() >= POSSIBLE)
        .map(Word::text)
        .collect(Collectors.joining(" "));
  }
}
