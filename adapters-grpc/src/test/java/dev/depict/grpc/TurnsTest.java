package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private int steps;

  @Test
  void many_signals_make_one_entry_in_the_queue() {
    Turns turns = new Turns(queue::add, this::step);

    turns.signal();
    turns.signal();
    turns.signal();

    assertThat(queue).hasSize(1);
    runAll();
    assertThat(steps).isOne();
  }

  @Test
  void a_signal_during_a_step_makes_one_more() {
    Turns[] turns = new Turns[1];
    turns[0] =
        new Turns(
            queue::add,
            () -> {
              if (steps == 0) {
                turns[0].signal();
                turns[0].signal();
              }
              return step();
            });

    turns[0].signal();
    runAll();

    assertThat(steps).isEqualTo(2);
  }

  @Test
  void a_step_that_wants_more_gets_another_turn() {
    Turns turns = new Turns(queue::add, () -> step() || steps < 3);

    turns.signal();
    runAll();

    assertThat(steps).isEqualTo(3);
  }

  private boolean step() {
    steps++;
    return false;
  }

  private void runAll() {
    while (!queue.isEmpty()) {
      queue.remove().run();
    }
  }
}
