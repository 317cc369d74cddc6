package dev.depict.media.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTableTest {
  private static final String HEAD =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

  @Test
  void words_of_a_line_stand_together() {
    assertThat(text(HEAD + word(1, 96, "Total") + word(1, 90, "12.50") + word(2, 91, "Thanks")))
        .isEqualTo("Total 12.50\nThanks");
  }

  @Test
  void a_line_without_a_sure_word_is_noise() {
    assertThat(text(HEAD + word(1, 95, "|") + word(1, 40, "ees") + word(2, 35, "Qwa"))).isEmpty();
  }

  @Test
  void doubtful_words_are_left_out_of_sure_lines() {
    assertThat(text(HEAD + word(1, 95, "Street") + word(1, 12, "~") + word(1, 60, "5")))
        .isEqualTo("Street 5");
  }

  @Test
  void broken_rows_are_passed_over() {
    assertThat(text(HEAD + "5\t1\n\n" + word(1, 95, "Street"))).isEqualTo("Street");
  }

  private static String text(String tsv) {
    return WordTable.of(tsv).text();
  }

  private static String word(int line, int confidence, String text) {
    return "5\t1\t1\t1\t%d\t1\t0\t0\t9\t9\t%d\t%s\n".formatted(line, confidence, text);
  }
}
