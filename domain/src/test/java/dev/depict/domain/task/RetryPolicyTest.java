package dev.depict.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {
  /** Draws the smallest number each time: no jitter. */
  private static final RandomGenerator SMALLEST = () -> 0L;

  private static final Duration BASE = Duration.ofSeconds(1);

  private final RetryPolicy policy = RetryPolicy.DEFAULT;

  @Test
  void delays_double_from_the_base_up_to_the_longest() {
    List<Long> seconds =
        IntStream.rangeClosed(1, 9)
            .mapToObj(failures -> policy.delayAfter(failures, SMALLEST).toSeconds())
            .toList();
    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
  }

  @Test
  void jitter_adds_less_than_the_base_and_is_spread() {
    RandomGenerator random = new Random(7);
    List<Duration> delays =
        IntStream.range(0, 1_000).mapToObj(draw -> policy.delayAfter(3, random)).toList();
    assertThat(delays)
        .allSatisfy(delay ->
            assertThat(delay)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(4))
                .isLessThan(Duration.ofSeconds(4).plus(BASE)));
    assertThat(delays).filteredOn(delay -> delay.toMillis() < 4_500).hasSizeBetween(400, 600);
  }

  @Test
  void however_many_failures_there_were_the_delay_stays_within_its_bounds() {
    for (int failures : List.of(0, 31, 63, 64, 65, 1_000, Integer.MAX_VALUE)) {
      assertThat(policy.delayAfter(failures, SMALLEST)).isBetween(BASE, Duration.ofSeconds(60));
    }
  }

  @Test
  void a_base_of_zero_means_no_delay() {
    RetryPolicy impatient = new RetryPolicy(3, Duration.ZERO, Duration.ZERO);
    assertThat(impatient.delayAfter(5, new Random(7))).isZero();
  }

  @Test
  void a_passing_fault_is_retried_until_the_attempts_are_used_up() {
    for (FailureClass failure :
        List.of(FailureClass.CAPACITY, FailureClass.NETWORK, FailureClass.BAD_ANSWER)) {
      assertThat(policy.isLast(failure, 4, Optional.empty())).isFalse();
      assertThat(policy.isLast(failure, 5, Optional.empty())).isTrue();
    }
  }

  @Test
  void a_limit_and_a_parked_key_never_end_a_task() {
    for (FailureClass failure :
        List.of(
            FailureClass.QUOTA,
            FailureClass.QUOTA_DAY,
            FailureClass.AUTH,
            FailureClass.MODEL_GONE)) {
      assertThat(policy.isLast(failure, 1_000, Optional.empty())).isFalse();
    }
  }

  @Test
  void what_trying_again_cannot_mend_ends_the_task_at_once() {
    assertThat(policy.isLast(FailureClass.BLOCKED, 0, Optional.empty())).isTrue();
    assertThat(policy.isLast(FailureClass.INPUT, 1, Optional.empty())).isTrue();
  }

  @Test
  void a_truncated_answer_is_tried_once_more() {
    Optional<FailureClass> truncated = Optional.of(FailureClass.TRUNCATED);
    assertThat(policy.isLast(FailureClass.TRUNCATED, 1, Optional.empty())).isFalse();
    assertThat(policy.isLast(FailureClass.TRUNCATED, 2, truncated)).isTrue();
  }

  @Test
  void other_failures_before_it_do_not_take_the_second_try_from_a_truncated_answer() {
    Optional<FailureClass> capacity = Optional.of(FailureClass.CAPACITY);
    assertThat(policy.isLast(FailureClass.TRUNCATED, 3, capacity)).isFalse();
    assertThat(policy.isLast(FailureClass.TRUNCATED, 5, capacity)).isTrue();
  }

  @Test
  void the_third_crash_is_the_last() {
    assertThat(policy.isLast(FailureClass.CRASH, 2, Optional.empty())).isFalse();
    assertThat(policy.isLast(FailureClass.CRASH, 3, Optional.empty())).isTrue();
  }

  @Test
  void a_policy_that_cannot_be_followed_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, BASE, BASE));
    assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, BASE.negated(), BASE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(1, BASE, BASE.minusMillis(1)));
  }
}
