package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DaySpendingTest {
  private static final MicroDollars LIMIT = new MicroDollars(1000);

  private static MicroDollars micro(long value) {
    return new MicroDollars(value);
  }

  private final DaySpending spending =
      new DaySpending(
          List.of(
              new DayUsage(1, 0, Usage.NONE, micro(100)),
              new DayUsage(1, 1, Usage.NONE, micro(200))));

  @Test
  void it_goes_on_from_what_was_booked_for_all_keys() {
    assertThat(spending.spent()).isEqualTo(micro(300));
    assertThat(spending.admits(micro(700), LIMIT)).isTrue();
    assertThat(spending.admits(micro(701), LIMIT)).isFalse();
  }

  @Test
  void what_is_reserved_is_not_to_be_had_by_others() {
    spending.reserve(micro(500));
    assertThat(spending.admits(micro(201), LIMIT)).isFalse();
    spending.release(micro(500));
    assertThat(spending.admits(micro(700), LIMIT)).isTrue();
  }

  @Test
  void a_call_is_booked_at_what_it_really_cost() {
    spending.reserve(micro(500));
    spending.settle(micro(500), micro(150));
    assertThat(spending.spent()).isEqualTo(micro(450));
    assertThat(spending.reserved()).isEqualTo(MicroDollars.ZERO);
  }
}
