package dev.depict.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SettableTimerTest {
  private final SettableClock clock = new SettableClock();
  private final SettableTimer timer = new SettableTimer(clock);
  private final List<String> done = new ArrayList<>();

  private Timer.Alarm after(int seconds, String what) {
    return timer.after(Duration.ofSeconds(seconds), () -> done.add(what));
  }

  @Test
  void an_action_runs_once_when_its_time_has_come() {
    after(10, "a");
    clock.advance(Duration.ofMillis(9_999));
    assertThat(done).isEmpty();
    clock.advance(Duration.ofMillis(1));
    clock.advance(Duration.ofHours(1));
    assertThat(done).containsExactly("a");
  }

  @Test
  void actions_run_by_time_and_then_by_the_order_of_scheduling() {
    after(3, "third");
    after(1, "first");
    after(3, "fourth");
    after(2, "second");
    clock.advance(Duration.ofSeconds(5));
    assertThat(done).containsExactly("first", "second", "third", "fourth");
  }

  @Test
  void a_cancelled_action_does_not_run() {
    after(1, "a").cancel();
    after(1, "b");
    clock.advance(Duration.ofSeconds(1));
    assertThat(done).containsExactly("b");
    assertThat(timer.scheduled()).isZero();
  }

  @Test
  void an_action_can_cancel_one_that_is_due_with_it() {
    List<Timer.Alarm> alarms = new ArrayList<>();
    timer.after(Duration.ofSeconds(1), () -> alarms.getFirst().cancel());
    alarms.add(after(1, "cancelled"));
    clock.advance(Duration.ofSeconds(1));
    assertThat(done).isEmpty();
  }

  @Test
  void an_action_sees_the_time_it_was_scheduled_for() {
    timer.after(Duration.ofSeconds(2), () -> done.add(clock.instant().toString()));
    clock.advance(Duration.ofSeconds(9));
    assertThat(done).containsExactly(SettableClock.START.plusSeconds(2).toString());
    assertThat(clock.instant()).isEqualTo(SettableClock.START.plusSeconds(9));
  }

  @Test
  void an_action_that_schedules_itself_runs_as_often_as_time_passes() {
    timer.after(Duration.ofSeconds(10), this::again);
    clock.advance(Duration.ofMinutes(1));
    assertThat(done).hasSize(6);
    assertThat(timer.nextDue()).contains(clock.instant().plusSeconds(10));
  }

  private void again() {
    done.add("again");
    timer.after(Duration.ofSeconds(10), this::again);
  }

  @Test
  void a_delay_of_zero_is_due_with_the_next_move() {
    after(0, "a");
    assertThat(done).isEmpty();
    clock.advance(Duration.ZERO);
    assertThat(done).containsExactly("a");
  }

  @Test
  void timers_on_one_clock_run_in_the_order_of_time() {
    SettableTimer other = new SettableTimer(clock);
    other.after(Duration.ofSeconds(2), () -> done.add("other"));
    after(1, "before");
    after(3, "after");
    clock.advance(Duration.ofSeconds(3));
    assertThat(done).containsExactly("before", "other", "after");
  }
}
