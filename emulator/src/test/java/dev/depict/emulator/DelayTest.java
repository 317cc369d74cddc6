package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DelayTest {
  private static final Duration SHORT = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofMillis(90);

  private final Random random = new Random(1);

  @Test
  void a_delay_stays_between_its_bounds() {
    var drawn = new HashSet<Duration>();
    for (int i = 0; i < 100; i++) {
      Duration between = Delay.between(SHORT, LONG).draw(random);
      Duration exponential = Delay.exponential(SHORT, LONG).draw(random);
      drawn.add(between);
      assertThat(between).isBetween(SHORT, LONG);
      assertThat(exponential).isBetween(Duration.ZERO, LONG);
    }
    assertThat(drawn).hasSizeGreaterThan(50);
    assertThat(Delay.fixed(SHORT).draw(random)).isEqualTo(SHORT);
    assertThat(Delay.none().draw(random)).isZero();
  }

  @Test
  void bounds_have_an_order() {
    assertThatIllegalArgumentException().isThrownBy(() -> Delay.between(LONG, SHORT));
  }
}
