package dev.depict.domain.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.quota.SendWindow.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random operations on the window and on a list that is counted anew each time. */
class SendWindowModelTest {
  private static final long SPAN = 1000;
  private static final int OPERATIONS = 4000;

  private static final class Entry {
    private final Place place;
    private long tokens;
    private OptionalLong end = OptionalLong.empty();

    private Entry(Place place, long tokens) {
      this.place = place;
      this.tokens = tokens;
    }

    private boolean counts(long now) {
      return end.isEmpty() || end.getAsLong() > now;
    }
  }

  private final SendWindow window = new SendWindow(Duration.ofNanos(SPAN));
  private final List<Entry> model = new ArrayList<>();
  private long now;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void it_counts_as_a_naive_list_does_and_is_never_over(long seed) {
    var random = new Random(seed);
    var limits = new MinuteLimits(1 + random.nextLong(20), OptionalLong.of(500));
    for (int step = 0; step < OPERATIONS; step++) {
      act(random, limits);
      assertThat(window.requests(now)).isEqualTo(requests(now));
      assertThat(window.tokens(now)).isEqualTo(tokens(now));
      assertThat(window.requests(now)).isLessThanOrEqualTo(limits.requests());
      assertThat(window.tokens(now)).isLessThanOrEqualTo(500);
      long amount = 1 + random.nextLong(100);
      assertThat(window.nanosUntilFree(amount, limits, now)).isEqualTo(wait(amount, limits));
    }
  }

  private void act(Random random, MinuteLimits limits) {
    now += random.nextInt(120);
    long amount = 1 + random.nextLong(100);
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> {
        if (window.nanosUntilFree(amount, limits, now) == 0) {
          model.add(new Entry(window.take(amount), amount));
        }
      }
      case 3 ->
          pick(random)
              .ifPresent(entry -> {
                window.sent(entry.place, now);
                entry.end = entry.end.isPresent() ? entry.end : OptionalLong.of(now + SPAN);
              });
      case 4 ->
          pick(random)
              .ifPresent(entry -> {
                long less = random.nextLong(entry.tokens + 1);
                window.settle(entry.place, less);
                entry.tokens = less;
              });
      default ->
          pick(random)
              .ifPresent(entry -> {
                window.giveBack(entry.place);
                model.remove(entry);
              });
    }
  }

  private Optional<Entry> pick(Random random) {
    return model.isEmpty()
        ? Optional.empty()
        : Optional.of(model.get(random.nextInt(model.size())));
  }

  private long requests(long time) {
    return model.stream().filter(entry -> entry.counts(time)).count();
  }

  private long tokens(long time) {
    return model.stream()
        .filter(entry -> entry.counts(time))
        .mapToLong(entry -> entry.tokens)
        .sum();
  }

  private long wait(long amount, MinuteLimits limits) {
    for (long wait = 0; wait < SPAN; wait++) {
      if (limits.admit(requests(now + wait), tokens(now + wait), amount)) {
        return wait;
      }
    }
    return SPAN;
  }
}
