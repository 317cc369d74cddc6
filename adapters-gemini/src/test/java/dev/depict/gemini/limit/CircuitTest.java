package dev.depict.gemini.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.QuotaGauge.Circuit.State;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Instant START = Instant.parse("2026-07-01T19:00:00Z");
  private static final TaskId TASK = TaskFixtures.unknownTask();
  private static final Outcome DOWN = Outcomes.unavailable(FailureClass.CAPACITY);
  private static final Outcome UNREACHABLE =
      Outcomes.unavailable(FailureClass.NETWORK, Charge.NOT_SENT);

  private final Circuit circuit = new Circuit(TaskFixtures.KEY);
  private Moment now = new Moment(0, START);
  private long grants;

  private State state() {
    return circuit.gauge(now).state();
  }

  private boolean call(TaskId task, Outcome outcome) {
    assertThat(circuit.admits(now)).isTrue();
    circuit.granted(++grants);
    return circuit.ended(grants, task, outcome, now);
  }

  private void pass(Duration time) {
    now = new Moment(now.nanos() + time.toNanos(), now.time().plus(time));
  }

  private Duration waitForProbe() {
    Duration pause = Duration.between(now.time(), circuit.nextProbe(now).orElseThrow());
    pass(pause);
    return pause;
  }

  private void open() {
    for (int failure = 0; failure < 5; failure++) {
      call(TaskFixtures.unknownTask(), DOWN);
    }
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void five_failures_in_a_row_of_several_tasks_open_it() {
    for (int failure = 0; failure < 4; failure++) {
      call(TASK, DOWN);
    }
    assertThat(state()).isEqualTo(State.CLOSED);
    call(TaskFixtures.unknownTask(), DOWN);
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(circuit.admits(now)).isFalse();
  }

  @Test
  void a_single_picture_never_opens_it() {
    for (int failure = 0; failure < 50; failure++) {
      call(TASK, DOWN);
    }
    assertThat(state()).isEqualTo(State.CLOSED);
    call(TaskFixtures.unknownTask(), DOWN);
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void a_single_task_opens_it_when_nothing_was_ever_sent() {
    for (int failure = 0; failure < 5; failure++) {
      call(TASK, UNREACHABLE);
    }
    assertThat(state()).isEqualTo(State.OPEN);
  }

  @Test
  void any_sign_of_life_begins_the_count_anew() {
    List<Outcome> signs =
        List.of(
            Outcomes.answered("a cat"),
            Outcomes.refused(FailureClass.BLOCKED),
            Outcomes.refused(FailureClass.AUTH),
            Outcomes.throttled(Duration.ofSeconds(1)),
            Outcomes.throttledForTheDay());
    for (Outcome sign : signs) {
      for (int failure = 0; failure < 4; failure++) {
        call(TaskFixtures.unknownTask(), DOWN);
      }
      call(TASK, sign);
    }
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void it_pauses_30_seconds_and_then_twice_as_long_up_to_five_minutes() {
    open();
    List<Long> pauses = new ArrayList<>();
    for (int probe = 0; probe < 6; probe++) {
      pauses.add(waitForProbe().toSeconds());
      call(TASK, DOWN);
    }
    assertThat(pauses).containsExactly(30L, 60L, 120L, 240L, 300L, 300L);
  }

  @Test
  void one_call_finds_out() {
    open();
    waitForProbe();
    circuit.granted(++grants);
    assertThat(state()).isEqualTo(State.PROBING);
    assertThat(circuit.admits(now)).isFalse();
    assertThat(circuit.nextProbe(now)).isEmpty();
    assertThat(circuit.ended(grants, TASK, Outcomes.answered("a cat"), now)).isTrue();
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void a_probe_that_was_not_sent_leaves_its_place_to_the_next() {
    open();
    waitForProbe();
    circuit.granted(++grants);
    assertThat(circuit.givenBack(grants)).isTrue();
    call(TASK, Outcomes.refused(FailureClass.BLOCKED));
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void calls_from_before_tell_nothing_afterwards() {
    for (int call = 0; call < 20; call++) {
      circuit.granted(++grants);
    }
    open();
    circuit.ended(1, TASK, Outcomes.answered("a cat"), now);
    assertThat(state()).isEqualTo(State.OPEN);
    waitForProbe();
    circuit.granted(++grants);
    circuit.ended(2, TaskFixtures.unknownTask(), DOWN, now);
    assertThat(state()).isEqualTo(State.PROBING);
    circuit.ended(grants, TASK, Outcomes.answered("a cat"), now);
    for (long call = 3; call <= 20; call++) {
      circuit.ended(call, TaskFixtures.unknownTask(), DOWN, now);
    }
    assertThat(state()).isEqualTo(State.CLOSED);
  }

  @Test
  void after_it_was_closed_the_pauses_begin_anew() {
    open();
    waitForProbe();
    call(TASK, DOWN);
    waitForProbe();
    call(TASK, Outcomes.answered("a cat"));
    open();
    assertThat(waitForProbe()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void asked_to_it_lets_one_call_find_out_at_once() {
    assertThat(circuit.probeNow()).isFalse();
    open();
    assertThat(circuit.probeNow()).isTrue();
    circuit.granted(++grants);
    assertThat(circuit.admits(now)).isFalse();
    assertThat(circuit.probeNow()).isTrue();
    call(TASK, DOWN);
    assertThat(state()).isEqualTo(State.OPEN);
    assertThat(waitForProbe()).isEqualTo(Duration.ofMinutes(1));
  }
}
