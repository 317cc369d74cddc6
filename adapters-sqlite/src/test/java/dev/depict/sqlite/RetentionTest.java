package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.EventPosition;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.error.ResumeTokenTooOld;
import dev.depict.domain.task.TaskEvent;
import dev.depict.sqlite.change.Entry;
import dev.depict.sqlite.change.Ingest;
import dev.depict.sqlite.change.PruneEvents;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final Duration KEPT = Duration.ofDays(7);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Opened opened;
  private SqliteEventLog events;

  @BeforeEach
  void open() {
    opened =
        Opened.open(
            folder.resolve("depict.db"),
            SqliteSettings.DEFAULT,
            clock,
            "node-1",
            new SequentialIds());
    events = new SqliteEventLog(opened.readers(), opened.ledger(), opened.database());
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private void ingest(String source) {
    NewTask task = TaskFixtures.newTask(source).build();
    opened.writer().submit(new Ingest(List.of(Entry.of(task, true)), 100, false));
  }

  private boolean prune() {
    return opened.writer().submit(new PruneEvents(KEPT)) == PruneEvents.MOST;
  }

  @Test
  void a_position_before_events_that_are_gone_is_too_old() {
    EventPosition start = events.newest();
    ingest("a");
    clock.advance(Duration.ofDays(8));
    ingest("b");

    assertThat(prune()).isFalse();

    assertThatThrownBy(() -> events.read(start, 10)).isInstanceOf(ResumeTokenTooOld.class);
    assertThat(events.read(start.at(1), 10)).extracting(TaskEvent::position).containsExactly(2L);
  }

  @Test
  void the_newest_event_is_kept_so_that_positions_never_come_again() {
    ingest("a");
    ingest("b");
    clock.advance(Duration.ofDays(8));
    prune();
    opened.close();
    open();

    assertThat(events.newest().sequence()).isEqualTo(2);
    assertThat(events.read(events.newest().at(1), 10)).hasSize(1);
  }
}
