package dev.depict.sqlite;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.expense;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static dev.depict.testkit.fixture.TaskFixtures.retryAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.Ingested;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.change.Entry;
import dev.depict.sqlite.change.Ingest;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.error.StorageException;
import dev.depict.sqlite.media.MediaFiles;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real faults, as SQLite meets them: a full disk, a file that cannot be written, a wrong clock. */
class BrokenMachineTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicReference<Sql> writing = new AtomicReference<>();
  private Opened opened;

  @BeforeEach
  void open() {
    opened =
        Opened.open(
            folder.resolve("depict.db"),
            SqliteSettings.DEFAULT,
            clock,
            "node-1",
            new SequentialIds(),
            sql -> {
              writing.set(sql);
              return sql;
            });
  }

  @AfterEach
  void check_and_close() {
    var audit =
        new SqliteAudit(opened.readers(), opened.ledger(), new MediaFiles(folder.resolve("media")));
    assertThat(audit.run().faults()).isEmpty();
    opened.close();
  }

  private TaskId ingest(String source, int bytes) {
    Entry entry = Entry.of(newTask(source).withPicture(picture(source, bytes)).build(), true);
    Ingested ingested = opened.writer().submit(new Ingest(List.of(entry), 1_000, false)).getFirst();
    return ((Ingested.Created) ingested).task().id();
  }

  private static byte[] picture(String source, int bytes) {
    var picture = new byte[bytes];
    byte[] name = source.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(name, 0, picture, 0, name.length);
    return picture;
  }

  private void pragma(String statement) {
    opened
        .writer()
        .submit(_ -> {
          writing.get().execute("PRAGMA " + statement);
          return true;
        });
  }

  private List<TaskId> stored() {
    return new SqliteTaskRepository(
            opened.writer(), opened.readers(), new Inlining(files(), 1 << 20), 1_000)
        .list(TaskFilter.ALL, Optional.empty(), 1_000).stream().map(Task::id).toList();
  }

  private MediaFiles files() {
    return new MediaFiles(folder.resolve("media"));
  }

  @Test
  void a_full_disk_refuses_what_does_not_fit_and_nothing_else() {
    var acknowledged = new ArrayList<TaskId>();
    acknowledged.add(ingest("first", 10));
    pragma("max_page_count = 200");
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      try {
        acknowledged.add(ingest("picture-" + i, 30_000));
      } catch (StorageException full) {
        assertThat(full).hasMessageContaining("depict.db").hasMessageContaining("disk is full");
        refused++;
      }
    }
    assertThat(refused).isPositive();
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(acknowledged);

    pragma("max_page_count = 100000");
    acknowledged.add(ingest("after", 30_000));
    assertThat(stored()).containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(opened.writer().healthy()).isTrue();
  }

  @Test
  void a_file_that_cannot_be_written_is_named_and_read_on() throws SQLException {
    TaskId before = ingest("before", 10);
    try {
      pragma("query_only = ON");
    } catch (StorageException metAnotherCommand) {
      assertThat(metAnotherCommand).hasMessageContaining("cannot be written");
    }

    assertThatThrownBy(() -> ingest("refused", 10))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("cannot be written");
    assertThat(stored()).containsExactly(before);

    // Not by the writer, which cannot so much as begin.
    writing.get().execute("PRAGMA query_only = OFF");
    TaskId after = ingest("after", 10);
    assertThat(stored()).containsExactly(after, before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1H", "P1D"})
  void a_clock_that_jumps_loses_nothing_and_stops_nothing(Duration jump) {
    try (SqliteStore store =
        SqliteStore.open(
            folder.resolve("store"),
            SqliteSettings.DEFAULT,
            clock,
            "node-1",
            new SequentialIds())) {
      TaskId running = store(store, "running");
      Lease lease = store.queue().claim(List.of(running)).getFirst().lease();
      TaskId delayed = store(store, "delayed");
      Lease failing = store.queue().claim(List.of(delayed)).getFirst().lease();
      AttemptEnd retry = retryAt(clock.instant().plusSeconds(30));
      store.queue().end(failing, retry, expense(retry, clock.instant()));

      clock.jump(jump);

      TaskId late = store(store, "late");
      AttemptEnd answer = answered("a cat");
      assertThat(store.queue().end(lease, answer, expense(answer, clock.instant()))).isTrue();
      assertThat(store.queue().heads(TaskFixtures.KEY, 9))
          .extracting(Task::id)
          .containsExactly(late);
      store
          .cleaner()
          .clean(
              new Cleaner.Retention(
                  Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(1), Optional.empty()));
      clock.advance(Duration.ofHours(2));
      assertThat(store.queue().releaseDelayed()).isEmpty();
      assertThat(store.queue().claim(List.of(late, delayed))).hasSize(2);
      assertThat(store.tasks().count(TaskFilter.ALL)).isEqualTo(3);
      assertThat(store.tasks().find(running).orElseThrow().status())
          .isEqualTo(TaskStatus.COMPLETED);
      assertThat(store.events().read(store.events().newest().at(0), 100)).hasSize(9);
      assertThat(store.audit().run().faults()).isEmpty();
    }
  }

  private static TaskId store(SqliteStore store, String source) {
    Ingested ingested = store.tasks().ingest(List.of(newTask(source).build())).getFirst();
    return ((Ingested.Created) ingested).task().id();
  }

  @Test
  void a_writer_that_breaks_says_so_and_refuses_what_comes() {
    try (SqliteStore store =
        SqliteStore.open(
            folder.resolve("store"),
            SqliteSettings.DEFAULT,
            clock,
            "node-1",
            new SequentialIds())) {
      assertThat(store.healthy()).isTrue();
    }
    var told = new CountDownLatch(1);
    var another =
        Opened.open(
            folder.resolve("another.db"),
            SqliteSettings.DEFAULT,
            clock,
            "node-1",
            new SequentialIds());
    another.writer().onFailure(told::countDown);

    assertThatThrownBy(() ->
            another
                .writer()
                .submit(_ -> {
                  throw new StackOverflowError("planted");
                }))
        .isInstanceOf(StorageException.class);

    awaiting(told);
    assertThat(another.writer().healthy()).isFalse();
    assertThatThrownBy(() -> another.writer().submit(_ -> true))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("start it again");
    var toldLater = new CountDownLatch(1);
    another.writer().onFailure(toldLater::countDown);
    assertThat(toldLater.getCount()).isZero();
    another.close();
  }

  private static void awaiting(CountDownLatch signal) {
    try {
      signal.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_long_read_neither_stops_the_writer_nor_leaves_a_long_log() throws Exception {
    int cap = 1 << 20;
    var settings = new SqliteSettings(100_000, 64 << 10, "OFF", cap, 2, Duration.ofDays(7));
    try (SqliteStore store =
        SqliteStore.open(folder.resolve("store"), settings, clock, "node-1", new SequentialIds())) {
      Path log = folder.resolve("store").resolve("depict.db-wal");
      int next = 0;
      try (var connection = new Database(folder.resolve("store")).connect();
          var statement = connection.createStatement()) {
        store(store, "first");
        statement.execute("BEGIN");
        statement.executeQuery("SELECT count(*) FROM task").close();
        for (; next < 1_200; next++) {
          put(store, next);
        }
        assertThat(Files.size(log)).isGreaterThan(60L << 20);
        statement.execute("COMMIT");
      }
      while (Files.size(log) > 40L << 20) {
        assertThat(next).as("pictures until the log begins anew").isLessThan(5_000);
        put(store, next++);
      }
    }
  }

  private static void put(SqliteStore store, int number) {
    byte[] picture = picture("picture-" + number, 60_000);
    store.tasks().ingest(List.of(newTask("p" + number).withPicture(picture).build()));
  }
}
