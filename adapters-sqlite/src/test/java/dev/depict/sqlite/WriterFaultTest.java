package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.depict.application.port.out.EventPosition;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.TaskEvent;
import dev.depict.sqlite.change.Entry;
import dev.depict.sqlite.change.Ingest;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Snapshot;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.writer.Work;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriterFaultTest {
  private static final int CONSTRAINT = 19;

  @TempDir Path folder;

  private final AtomicReference<FaultySql> faulty = new AtomicReference<>();
  private Opened opened;

  @BeforeEach
  void open() {
    opened = open(folder.resolve("depict.db"));
  }

  private Opened open(Path file) {
    return Opened.open(
        file,
        SqliteSettings.DEFAULT,
        new SettableClock(),
        "node-1",
        new SequentialIds(),
        sql -> {
          faulty.set(new FaultySql(sql));
          return faulty.get();
        });
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @ParameterizedTest
  @CsvSource({"13, true", "10, true", "7, true", "11, false", "10, false", "13, false"})
  void nothing_is_kept_or_acknowledged_wherever_the_machine_fails(int code, boolean lost) {
    ingest("before");
    int position = 0;
    boolean reached = true;
    while (reached) {
      Snapshot before = opened.ledger().snapshot();
      if (isAcknowledged("task-" + position, new Fault(position, code, lost))) {
        assertThat(faulty.get().disarm()).as("position %s", position).isTrue();
        reached = false;
      } else {
        assertThat(opened.ledger().snapshot()).as("position %s", position).isEqualTo(before);
        assertThat(stored()).as("position %s", position).isEqualTo(before.sequence());
      }
      position++;
    }
    assertThat(position).isGreaterThan(5);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void what_is_committed_is_read_as_an_event_when_it_is_announced_and_not_before() {
    ingest("first");
    var events = new SqliteEventLog(opened.readers(), opened.ledger(), opened.database());
    var start = new EventPosition(opened.database(), 0);
    var between = new ArrayList<List<TaskEvent>>();
    faulty.get().afterCommit(() -> between.add(events.read(start, 10)));
    ingest("second");
    faulty.get().afterCommit(() -> {});

    assertThat(between).isNotEmpty().first(LIST).hasSize(1);
    assertThat(events.read(start, 10)).hasSize(2);
    assertThat(events.read(start, 1)).hasSize(1);
  }

  /** What befalls a command that is already running. */
  private record Fault(int position, int code, boolean lost) {}

  private boolean isAcknowledged(String source, Fault fault) {
    var ingest = new Ingest(List.of(entry(source)), 100, false);
    try {
      opened
          .writer()
          .submit(ledger -> {
            faulty.get().failAfter(fault.position(), fault.code(), fault.lost());
            return ingest.run(ledger);
          });
      return true;
    } catch (StorageException refused) {
      assertThat(refused).hasMessageContaining("depict.db");
      return false;
    }
  }

  @Test
  void a_command_that_cannot_be_run_harms_no_other_of_its_batch() throws Exception {
    var good = new FutureTask<>(() -> ingest("good"));
    var bad = new FutureTask<>(() -> opened.writer().submit(violation()));
    var other = new FutureTask<>(() -> ingest("other"));

    inOneBatch(List.of(good, bad, other));

    assertThat(good.get()).isInstanceOf(Ingested.Created.class);
    assertThat(other.get()).isInstanceOf(Ingested.Created.class);
    assertThatThrownBy(bad::get).hasCauseInstanceOf(StorageException.class);
    assertThat(stored()).isEqualTo(2);
    assertThat(opened.ledger().snapshot().sequence()).isEqualTo(2);
  }

  @Test
  void no_command_of_a_batch_is_acknowledged_when_the_machine_fails_in_one() throws Exception {
    var first = new FutureTask<>(() -> ingest("first"));
    var full = new FutureTask<>(() -> opened.writer().submit(failing(13)));
    var last = new FutureTask<>(() -> ingest("last"));

    inOneBatch(List.of(first, full, last));

    for (FutureTask<?> each : List.of(first, full, last)) {
      assertThatThrownBy(each::get).hasRootCauseInstanceOf(SQLException.class);
    }
    assertThat(stored()).isZero();
    assertThat(ingest("after")).isInstanceOf(Ingested.Created.class);
  }

  @Test
  void an_interrupted_caller_waits_for_its_commit_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    Ingested ingested = ingest("interrupted");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ingested).isInstanceOf(Ingested.Created.class);
  }

  @Test
  void a_closed_writer_refuses_at_once() {
    var another = open(folder.resolve("another.db"));
    another.close();

    assertThatThrownBy(() -> another.writer().submit(ledger -> true))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("closed");
  }

  /** Holds the writer until all commands wait, so that it takes them together. */
  private void inOneBatch(List<? extends FutureTask<?>> commands) throws InterruptedException {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Thread holder =
        Thread.ofPlatform().start(() -> opened.writer().submit(ledger -> hold(entered, go)));
    entered.await();
    for (FutureTask<?> command : commands) {
      Thread caller = Thread.ofPlatform().start(command);
      while (caller.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    go.countDown();
    holder.join();
  }

  private static boolean hold(CountDownLatch entered, CountDownLatch go) {
    entered.countDown();
    try {
      go.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Work<Ledger, Boolean> violation() {
    return failing(CONSTRAINT);
  }

  private static Work<Ledger, Boolean> failing(int code) {
    return ledger -> {
      throw new SQLException("injected", "", code);
    };
  }

  private Ingested ingest(String source) {
    return opened.writer().submit(new Ingest(List.of(entry(source)), 100, false)).getFirst();
  }

  private static Entry entry(String source) {
    NewTask task = TaskFixtures.newTask(source).build();
    return Entry.of(task, true);
  }

  /** How many tasks there are; each has one event. */
  private long stored() {
    return opened.readers().read(reader -> (long) reader.heads(TaskFixtures.KEY, 100).size());
  }
}
