package dev.depict.sqlite;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.expense;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Audit;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Ingested;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plants one fault after the other, and sees whether it is found. */
class AuditTest {
  /** Nothing here has to survive a loss of power. */
  private static final SqliteSettings QUICK =
      new SqliteSettings(1_000_000, 64 << 10, "OFF", 64 << 20, 2, Duration.ofDays(7));

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private SqliteStore store;

  /** Number 1 is COMPLETED, 2 FAILED, 3 PROCESSING, 4 its twin, 5 ready, 6 delayed, 7 CANCELLED. */
  @BeforeEach
  void fill_a_store() {
    store = SqliteStore.open(folder, QUICK, clock, "node-1", new SequentialIds());
    end(ingest(newTask("completed")), answered("a cat"));
    end(ingest(newTask("failed")), failed(FailureClass.BLOCKED));
    claim(ingest(newTask("running").withPicture(new byte[200_000])));
    ingest(newTask("twin").withPicture(new byte[200_000]));
    ingest(newTask("ready").labelled("x"));
    end(
        ingest(newTask("delayed")),
        new AttemptEnd.RetryAt(
            new Failure(FailureClass.CAPACITY, "503", "busy"), clock.instant().plusSeconds(60)));
    store.tasks().cancel(ingest(newTask("cancelled")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private TaskId ingest(NewTaskBuilder task) {
    Ingested ingested = store.tasks().ingest(List.of(task.build())).getFirst();
    return ((Ingested.Created) ingested).task().id();
  }

  private Claim claim(TaskId task) {
    return store.queue().claim(List.of(task)).getFirst();
  }

  private void end(TaskId task, AttemptEnd end) {
    store.queue().end(claim(task).lease(), end, expense(end, clock.instant()));
  }

  private List<Audit.Fault> faults() {
    return store.audit().run().faults();
  }

  @Test
  void nothing_is_found_where_nothing_is_wrong() {
    assertThat(store.audit().run())
        .satisfies(findings -> assertThat(findings.faults()).isEmpty())
        .satisfies(findings -> assertThat(findings.checked()).isGreaterThan(20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE task SET live = 0 WHERE ordinal = 5                  | leader or twin
          UPDATE task SET ready = NULL WHERE ordinal = 5              | stands in the queue where
          UPDATE task SET ready = 5 WHERE ordinal = 5                 | stands in the queue where
          UPDATE task SET next_attempt_time = NULL WHERE ordinal = 6  | stands in the queue where
          UPDATE task SET ready = 2 WHERE ordinal = 2                 | stands in the queue where
          UPDATE task SET lease_epoch = NULL, lease_attempt = NULL WHERE ordinal = 3 | has a lease
          UPDATE task SET lease_epoch = 1, lease_attempt = 1 WHERE ordinal = 5       | has a lease
          UPDATE task SET fingerprint = zeroblob(32) WHERE ordinal = 4 | waits in vain
          UPDATE task SET media = 5 WHERE ordinal = 4                 | waits in vain
          UPDATE task SET answer = NULL WHERE ordinal = 1             | go with its answer
          UPDATE task SET fingerprint = zeroblob(32) WHERE ordinal = 1 | go with its answer
          DELETE FROM answer                                          | go with its answer
          UPDATE task SET failure = NULL WHERE ordinal = 2            | no reason
          DELETE FROM failure WHERE ordinal = 1                       | no reason
          UPDATE task SET finish_time = NULL WHERE ordinal = 7        | time of its end
          UPDATE task SET finish_time = 1 WHERE ordinal = 5           | time of its end
          DELETE FROM task_text WHERE task = 5                        | part of its question
          UPDATE task SET profile = 99 WHERE ordinal = 5              | part of its question
          UPDATE task SET principal = 99 WHERE ordinal = 5            | part of its question
          UPDATE task SET quota = 99 WHERE ordinal = 5                | part of its question
          DELETE FROM media WHERE ordinal = 4                         | picture is not stored
          UPDATE attempt SET state = 3 WHERE task = 3                 | no attempt under way
          UPDATE task SET attempts = 2 WHERE ordinal = 1              | count of its attempts
          UPDATE attempt SET number = 7 WHERE task = 1                | count of its attempts
          DELETE FROM attempt WHERE task = 1                          | count of its attempts
          UPDATE attempt SET task = 99 WHERE task = 1                 | its task does not exist
          UPDATE attempt SET state = 0 WHERE task = 2                 | nobody will end
          UPDATE attempt SET node = 99 WHERE task = 2                 | names a failure, a process
          UPDATE attempt SET quota = 99 WHERE task = 1                | names a failure, a process
          UPDATE attempt SET failure = 99 WHERE task = 2              | names a failure, a process
          DELETE FROM event WHERE sequence = 4                        | missing between
          UPDATE event SET task = 99 WHERE sequence = 4               | its task or its failure
          UPDATE event SET failure = 99 WHERE failure IS NOT NULL     | its task or its failure
          UPDATE task SET status = 4 WHERE ordinal = 2                | its last event says FAILED
          DELETE FROM task WHERE ordinal = 7                          | its last event says CANCELLED
          DELETE FROM task WHERE ordinal = 5                          | belong to no task
          DELETE FROM chunk                                           | cannot be found by a search
          DELETE FROM chunk_text                                      | cannot be found by a search
          UPDATE chunk SET answer = 99                                | belongs to no answer
          UPDATE answer SET media = 99                                | of which picture
          UPDATE media SET bytes = bytes + 1 WHERE ordinal = 1        | not as long as it was
          INSERT INTO media SELECT 99, digest, format, bytes, width, height, content FROM media WHERE ordinal = 1 | stored more than once
          UPDATE media SET bytes = 7 WHERE content IS NULL            | bytes, not 7
          UPDATE media SET content = zeroblob(bytes) WHERE ordinal = 1 | not those that were stored
          INSERT INTO stray VALUES (zeroblob(16), 1, 1, 99, 1, zeroblob(32), 1, 1, 0, 0, 0) | for nobody
          UPDATE usage_day SET quota = 99                             | quota which is not stored
          UPDATE usage_day SET calls = calls - 1                      | are booked
          UPDATE usage_day SET calls = calls + 1                      | are booked
          UPDATE usage_day SET cost = 1                               | are booked
          UPDATE task SET status = 3, failure = 1 WHERE ordinal = 7   | were counted
          """)
  void a_fault_is_found_with_what_would_repair_it(String statement, String problem)
      throws SQLException {
    assertThat(new Database(folder).change(statement)).isPositive();

    assertThat(faults())
        .anySatisfy(fault -> assertThat(fault.problem()).contains(problem))
        .allSatisfy(fault -> assertThat(fault.subject()).isNotBlank())
        .allSatisfy(fault -> assertThat(fault.repair()).isNotBlank());
  }

  @Test
  void an_index_that_lacks_a_row_is_found() throws SQLException {
    var database = new Database(folder);
    assertThat(
            database.change(
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, '(quota, ready)', '(ready, quota)')
                WHERE name = 'task_ready';
                """))
        .isEqualTo(1);
    reopen();

    assertThat(faults())
        .anySatisfy(fault -> assertThat(fault.subject()).isEqualTo("the table task"));
  }

  private void reopen() {
    store.close();
    store = SqliteStore.open(folder, QUICK, clock, "node-1", new SequentialIds());
  }

  @Test
  void a_file_that_is_missing_is_found() throws IOException {
    Files.delete(file());

    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.problem()).isEqualTo("its file is missing"));
  }

  @Test
  void a_file_that_was_changed_is_found() throws IOException {
    byte[] content = Files.readAllBytes(file());
    content[7] ^= 1;
    Files.write(file(), content);

    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.subject()).startsWith("media/"))
        .satisfies(fault -> assertThat(fault.problem()).contains("not those that were stored"));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("media"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void no_more_faults_are_told_than_anybody_reads() throws SQLException {
    for (int i = 0; i < 20; i++) {
      store.tasks().ingest(Stream.generate(() -> newTask("a").build()).limit(60).toList());
    }
    new Database(folder).change("UPDATE task SET finish_time = 1, ready = NULL, attempts = 3");

    assertThat(faults()).hasSizeLessThanOrEqualTo(Audit.Findings.MOST);
  }

  @Test
  void changes_beside_it_are_no_faults() throws InterruptedException {
    var work =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < 300; i++) {
                TaskId task = ingest(newTask("busy-" + i));
                TaskId twin = ingest(newTask("busy-" + i));
                claim(task);
                store.tasks().cancel(task);
                store.tasks().delete(twin);
                store.tasks().cancel(twin);
                store.tasks().delete(task);
              }
            });
    int runs = 0;
    while (work.isAlive() || runs == 0) {
      assertThat(faults()).isEmpty();
      runs++;
    }
    work.join();
    assertThat(faults()).isEmpty();
  }
}
