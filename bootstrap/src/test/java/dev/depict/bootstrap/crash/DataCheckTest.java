package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.sqlite.SqliteSettings;
import dev.depict.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checks of the crash harness see what they are there for. */
class DataCheckTest {
  private static final int TASKS = 20;

  @TempDir Path folder;
  private Snapshot snapshot;

  @BeforeEach
  void copy_a_database_in_which_all_is_well() throws Exception {
    Path data = folder.resolve("data");
    VersionOne.write(data, TASKS);
    SqliteStore.open(
            data, SqliteSettings.DEFAULT, InstantSource.system(), "node-1", UUID::randomUUID)
        .close();
    snapshot = Snapshot.of(data, folder.resolve("copy"));
  }

  @AfterEach
  void close() throws Exception {
    snapshot.close();
  }

  private List<String> findings() throws Exception {
    var findings = new ArrayList<String>();
    findings.addAll(new DataCheck(snapshot).findings(Rules.ALWAYS));
    findings.addAll(new DataCheck(snapshot).findings(Rules.DONE));
    findings.addAll(new DataCheck(snapshot).contents());
    return findings;
  }

  @Test
  void all_is_well_with_a_database_that_nobody_damaged() throws Exception {
    assertThat(findings()).isEmpty();
    assertThat(StoredChanges.in(snapshot)).hasSize(3 * TASKS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE FROM event WHERE sequence = 5                            | events are missing
          INSERT INTO tombstone SELECT ordinal, id FROM task LIMIT 1      | a task that is deleted is there
          UPDATE event SET sequence = 100 WHERE sequence = 60             | events are missing
          INSERT INTO event SELECT 61, 20, 5, 1, 2, 0, NULL               | does not begin where
          INSERT INTO event SELECT 61, 20, 2, 2, 1, 0, NULL               | as its last event says
          INSERT INTO event SELECT 61, 99, 1, NULL, 0, 0, NULL            | has no task
          DELETE FROM task WHERE ordinal = 3                              | has no task
          DELETE FROM attempt WHERE task = 3                              | number of times
          UPDATE attempt SET task = 99 WHERE task = 3                     | beyond its task's
          UPDATE attempt SET state = 0 WHERE task = 3                     | an attempt is open
          UPDATE attempt SET cost = 0 WHERE task = 3                      | the books
          UPDATE usage_day SET calls = calls + 1                          | the books
          DELETE FROM task_text WHERE task = 3                            | has no text
          DELETE FROM media                                               | has no picture
          UPDATE media SET content = x'02'                                | cannot be read
          DELETE FROM profile                                             | lacks its key
          UPDATE task SET answer = NULL WHERE ordinal = 3                 | without an answer
          UPDATE task SET answer = 4 WHERE ordinal = 3                    | without an answer
          UPDATE task SET status = 3, answer = NULL WHERE ordinal = 3     | does not say why
          UPDATE task SET leader = 4 WHERE ordinal = 3                    | a twin waits
          UPDATE task SET status = 0, live = 1 WHERE ordinal = 3          | neither be claimed
          UPDATE task SET status = 1, live = 1 WHERE ordinal = 3          | without an open attempt
          UPDATE answer SET fingerprint = zeroblob(32) WHERE ordinal < 3  | two answers
          DELETE FROM answer WHERE ordinal = 3                            | number of answers
          DELETE FROM chunk WHERE answer = 3                              | cannot be searched
          DELETE FROM chunk_text WHERE rowid = 3                          | cannot be searched
          DELETE FROM request WHERE request_id = 'request-3'              | is not kept
          UPDATE request SET task = zeroblob(16) WHERE request_id = 'request-3' | another one
          UPDATE chunk_text_data SET block = zeroblob(9) WHERE id > 100   | full-text index
          """)
  void a_planted_fault_is_found(String fault, String words) throws Exception {
    snapshot.change(fault);

    assertThat(findings()).anySatisfy(finding -> assertThat(finding).contains(words));
  }

  @Test
  void an_acknowledged_task_that_is_gone_is_found() throws Exception {
    List<Ack> acks = List.of(VersionOne.created(3), VersionOne.created(4));
    assertThat(AckCheck.of(snapshot, acks).lost()).isEmpty();

    snapshot.change("DELETE FROM task WHERE ordinal = 3");

    assertThat(AckCheck.of(snapshot, acks).lost())
        .singleElement()
        .asString()
        .contains(VersionOne.created(3).task());
  }

  @Test
  void a_deleted_task_that_is_there_or_a_task_that_nobody_deleted_and_is_gone_is_found()
      throws Exception {
    Ack created = VersionOne.created(3);
    Ack request = new Ack(Ack.Kind.REQUEST, created.task(), "request-3");
    Ack asked = new Ack(Ack.Kind.DELETING, created.task(), "");
    Ack deleted = new Ack(Ack.Kind.DELETED, created.task(), "");
    assertThat(AckCheck.of(snapshot, List.of(created, request, asked)).lost()).isEmpty();
    assertThat(AckCheck.of(snapshot, List.of(created, asked, deleted)).lost()).hasSize(1);

    snapshot.change("INSERT INTO tombstone SELECT ordinal, id FROM task WHERE ordinal = 3");
    snapshot.change("DELETE FROM task WHERE ordinal = 3");

    List<Ack> all = List.of(created, request, asked, deleted);
    assertThat(AckCheck.of(snapshot, all).lost()).isEmpty();
    assertThat(AckCheck.of(snapshot, List.of(created)).lost()).hasSize(1);
    assertThat(findings()).anySatisfy(finding -> assertThat(finding).contains("last event"));

    snapshot.change("DELETE FROM request WHERE request_id = 'request-3'");
    assertThat(AckCheck.of(snapshot, all).lost()).hasSize(1);

    snapshot.change("DELETE FROM tombstone");
    assertThat(AckCheck.of(snapshot, List.of(created, asked)).lost()).hasSize(1);
    assertThat(AckCheck.of(snapshot, List.of(deleted)).lost()).hasSize(1);
  }

  @Test
  void an_acknowledged_change_that_is_gone_or_comes_twice_is_found() throws Exception {
    String task = VersionOne.created(3).task();
    List<Ack> cancelled = List.of(new Ack(Ack.Kind.CANCELLED, task, ""));
    assertThat(AckCheck.of(snapshot, cancelled).lost()).hasSize(1);
    snapshot.change("INSERT INTO event SELECT 61, 3, 7, 2, 4, 0, NULL");
    assertThat(AckCheck.of(snapshot, cancelled).lost()).isEmpty();
    assertThat(AckCheck.of(snapshot, cancelled).doubled()).isEmpty();

    snapshot.change("INSERT INTO event SELECT 62, 3, 7, 2, 4, 0, NULL");

    assertThat(AckCheck.of(snapshot, cancelled).doubled()).hasSize(1);
  }

  @Test
  void an_acknowledged_answer_that_is_another_one_is_found() throws Exception {
    String task = VersionOne.created(3).task();
    String answer = "%032x".formatted(1_000_000_003);
    List<Ack> answered = List.of(new Ack(Ack.Kind.ANSWERED, task, answer));
    assertThat(AckCheck.of(snapshot, answered).lost()).isEmpty();

    snapshot.change("UPDATE task SET answer = 4 WHERE ordinal = 3");

    assertThat(AckCheck.of(snapshot, answered).lost()).hasSize(1);
  }

  @Test
  void a_request_that_made_two_tasks_is_found() throws Exception {
    snapshot.change("UPDATE task_text SET request_id = 'request-3' WHERE task = 4");

    assertThat(AckCheck.of(snapshot, List.of()).doubled()).hasSize(1);
  }
}
