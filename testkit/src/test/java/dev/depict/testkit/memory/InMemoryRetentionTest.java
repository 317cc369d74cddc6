package dev.depict.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.EventPosition;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskEvent;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryRetentionTest {
  private final SettableClock clock = new SettableClock();
  private final InMemoryStore store = new InMemoryStore(clock);

  private void ingest(String source) {
    store.tasks().ingest(List.of(TaskFixtures.newTask(source).build()));
  }

  @Test
  void a_position_before_events_that_are_gone_is_too_old() {
    EventPosition start = store.events().newest();
    ingest("a");
    clock.advance(Duration.ofDays(8));
    ingest("b");

    store.forgetEventsBefore(clock.instant().minus(Duration.ofDays(7)));

    assertThatThrownBy(() -> store.events().read(start, 10)).isInstanceOf(ResumeTokenTooOld.class);
    assertThat(store.events().read(start.at(1), 10))
        .extracting(TaskEvent::position)
        .containsExactly(2L);
    assertThat(store.events().newest().sequence()).isEqualTo(2);
  }
}
