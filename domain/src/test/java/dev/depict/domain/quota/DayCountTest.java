package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DayCountTest {
  private static final QuotaKey KEY = new QuotaKey("gemini", "key-1", "model-a");
  private static final QuotaKey OTHER = new QuotaKey("gemini", "key-1", "model-b");

  @Test
  void it_counts_on_from_what_was_booked() {
    var count = new DayCount(Map.of(KEY, new DayUsage(12, 3, Usage.NONE, MicroDollars.ZERO)));
    count.add(KEY);
    count.add(OTHER);
    assertThat(count.calls(KEY)).isEqualTo(13);
    assertThat(count.calls(OTHER)).isEqualTo(1);
  }

  @Test
  void what_was_not_sent_does_not_count() {
    var count = new DayCount(Map.of());
    count.add(KEY);
    count.add(KEY);
    count.remove(KEY);
    assertThat(count.calls(KEY)).isEqualTo(1);
  }
}
