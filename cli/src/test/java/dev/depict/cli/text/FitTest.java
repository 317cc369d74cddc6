package dev.depict.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  @Test
  void escape_sequences_and_line_breaks_never_reach_the_terminal() {
    assertThat(Fit.oneLine("a\u001b[31m\r\n\tb\u2028c\u009bd")).isEqualTo("a [31m b c d");
  }

  @Test
  void what_is_left_out_is_marked() {
    assertThat(Fit.beginning("boats", 4)).isEqualTo("boa…");
    assertThat(Fit.end("photos/boats", 6)).isEqualTo("…boats");
    assertThat(Fit.beginning("漁船", 3)).isEqualTo("漁…");
    assertThat(Fit.end("boats", 5)).isEqualTo("boats");
  }

  @Test
  void lines_break_at_spaces_and_in_words_only_where_they_must() {
    assertThat(Fit.wrapped("a red boat at sea", 10, 4)).containsExactly("a red boat", "at sea");
    assertThat(Fit.wrapped("abcdefghij", 4, 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(Fit.wrapped("one two three four", 5, 2)).containsExactly("one", "two…");
    assertThat(Fit.wrapped("", 5, 2)).isEqualTo(List.of(""));
  }

  @Test
  void durations_are_read_and_written() {
    assertThat(Durations.parsed("1h30m")).contains(Duration.ofMinutes(90));
    assertThat(Durations.parsed("0s")).contains(Duration.ZERO);
    assertThat(Durations.parsed("")).isEmpty();
    assertThat(Durations.parsed("10")).isEmpty();
    assertThat(Durations.rough(Duration.ofSeconds(40))).isEqualTo("40 s");
    assertThat(Durations.rough(Duration.ofMinutes(12))).isEqualTo("12 min");
  }
}
