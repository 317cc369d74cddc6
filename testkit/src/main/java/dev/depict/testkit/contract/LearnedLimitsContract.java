package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is kept of a provider's lessons: {@link dev.depict.application.port.out.LearnedLimits}. */
public abstract class LearnedLimitsContract extends StoreContract {
  private static final QuotaKey KEY = new QuotaKey("gemini", "default", "model-a");
  private static final QuotaKey OTHER = new QuotaKey("gemini", "default", "model-b");

  protected LearnedLimitsContract() {}

  private Lesson limit(QuotaKey key, LimitKind kind, long limit) {
    return new Lesson(key, kind, OptionalLong.of(limit), clock.instant(), Optional.empty());
  }

  private Lesson hold(QuotaKey key, LimitKind kind, Duration hold) {
    return new Lesson(
        key, kind, OptionalLong.empty(), clock.instant(), Optional.of(clock.instant().plus(hold)));
  }

  @Test
  void nothing_is_known_at_first() {
    assertThat(store().learned().of(KEY)).isEmpty();
    assertThat(store().learned().forget(Optional.empty())).isEmpty();
    assertThat(store().learned().forget(Optional.of(KEY))).isEmpty();
  }

  @Test
  void lessons_are_known_by_key_and_kind_and_outlive_a_restart() {
    Lesson minute = limit(KEY, LimitKind.REQUESTS_PER_MINUTE, 15);
    Lesson day = hold(KEY, LimitKind.REQUESTS_PER_DAY, Duration.ofHours(7));
    Lesson tokens = limit(OTHER, LimitKind.INPUT_TOKENS_PER_MINUTE, 250_000);
    store().learned().learn(List.of(minute, day, tokens));
    crashAndRecover();
    assertThat(store().learned().of(KEY)).containsExactlyInAnyOrder(minute, day);
    assertThat(store().learned().of(OTHER)).containsExactly(tokens);
  }

  @Test
  void a_later_lesson_takes_the_place_of_the_earlier_one() {
    store().learned().learn(List.of(limit(KEY, LimitKind.REQUESTS_PER_MINUTE, 15)));
    clock.advance(Duration.ofSeconds(1));
    Lesson later = hold(KEY, LimitKind.REQUESTS_PER_MINUTE, Duration.ofSeconds(58));
    store().learned().learn(List.of(later));
    assertThat(store().learned().of(KEY)).containsExactly(later);
  }

  @Test
  void what_is_forgotten_of_one_key_is_told_and_leaves_the_others() {
    Lesson one = limit(KEY, LimitKind.REQUESTS_PER_MINUTE, 15);
    Lesson other = limit(OTHER, LimitKind.REQUESTS_PER_MINUTE, 10);
    store().learned().learn(List.of(one, other));
    assertThat(store().learned().forget(Optional.of(KEY))).containsExactly(one);
    assertThat(store().learned().of(KEY)).isEmpty();
    assertThat(store().learned().forget(Optional.empty())).containsExactly(other);
    crashAndRecover();
    assertThat(store().learned().of(OTHER)).isEmpty();
  }
}
