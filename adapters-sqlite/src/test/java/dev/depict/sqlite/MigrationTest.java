package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.TaskChange;
import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.PacificDay;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Attempt;
import dev.depict.domain.task.AttemptState;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Migrations;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a database that version 1 has written. */
class MigrationTest {
  private static final QuotaKey KEY = new QuotaKey("gemini", "key-1", "model-a");
  private static final Instant START = SettableClock.START;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();

  /**
   * One task with five attempts: a crash, a picture that was unreadable, an overloaded provider,
   * one given back, an answer. Another one whose attempt is under way.
   */
  @BeforeEach
  void write_a_database_of_version_1() throws SQLException, IOException {
    long now = START.toEpochMilli();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("depict.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(first());
      statement.executeUpdate("PRAGMA user_version = 1");
      statement.executeUpdate(rows(now));
    }
  }

  private static String first() throws IOException {
    try (InputStream resource = Migrations.class.getResourceAsStream("001-first.sql")) {
      return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String rows(long now) {
    String digest = MediaDigest.of(new byte[] {1}).hex();
    return """
    INSERT INTO meta VALUES ('database', 7), ('epoch', 3);
    INSERT INTO name VALUES (1, 'node-0'), (2, 'local');
    INSERT INTO quota_key VALUES (1, 'gemini', 'key-0', 'model-a'),
      (2, 'gemini', 'key-1', 'model-a');
    INSERT INTO profile VALUES (1, 'gemini', NULL, 'en', 3, 'test-1', 1, 1);
    INSERT INTO media VALUES (1, x'%1$s', 2, 1, 640, 480, x'01');
    INSERT INTO failure VALUES (1, 8, '', 'unreadable'), (2, 3, '503', 'overloaded');
    INSERT INTO task (ordinal, id, fingerprint, media, principal, quota, profile, status, lane,
      live, attempts, estimate_tokens, estimate_cost, create_time, update_time, start_time,
      lease_epoch, lease_attempt)
    VALUES
      (1, randomblob(16), randomblob(32), 1, 2, 2, 1, 3, 1, 0, 5, 300, 700, %2$d, %2$d, %2$d,
        NULL, NULL),
      (2, randomblob(16), randomblob(32), 1, 2, 2, 1, 1, 1, 1, 1, 300, 700, %2$d, %2$d, %2$d,
        3, 1);
    INSERT INTO task_text (task, source, prompt, context, labels)
    VALUES (1, 'a.png', '', '', ''), (2, 'b.png', '', '', '');
    INSERT INTO attempt (task, number, epoch, node, state, counted, reserved, start_time,
      finish_time, failure, prompt_tokens, output_tokens, thinking_tokens, cost)
    VALUES
      (1, 1, 1, 1, 4, 0, 700, %2$d, %2$d, NULL, 0, 0, 0, 0),
      (1, 2, 3, 1, 3, 1, 700, %2$d, %2$d, 1, 0, 0, 0, 0),
      (1, 3, 3, 1, 3, 1, 700, %2$d, %2$d, 2, 0, 0, 0, 0),
      (1, 4, 3, 1, 3, 0, 700, %2$d, %2$d, NULL, 0, 0, 0, 0),
      (1, 5, 3, 1, 2, 0, 700, %2$d, %2$d, NULL, 310, 90, 20, 650),
      (2, 1, 3, 1, 0, 0, 700, %2$d, NULL, NULL, 0, 0, 0, 0);
    INSERT INTO usage_day VALUES (%3$d, 2, 3, 310, 110, 1350);
    INSERT INTO event VALUES (1, 1, 1, NULL, 0, %2$d, NULL), (2, 2, 1, NULL, 0, %2$d, NULL),
          (3, 1, 2, 0, 1, %2$d, NULL), (4, 2, 2, 0, 1, %2$d, NULL);
    """
        .formatted(digest, now, PacificDay.of(START).toEpochDay());
  }

  private SqliteStore open() {
    return SqliteStore.open(folder, SqliteSettings.DEFAULT, clock, "node-1", new SequentialIds());
  }

  private DayUsage today(SqliteStore store) {
    return store.usage().day(PacificDay.of(START)).getOrDefault(KEY, DayUsage.NONE);
  }

  private static Task task(SqliteStore store, String source) {
    return store.tasks().list(TaskFilter.ALL, Optional.empty(), 10).stream()
        .filter(task -> task.origin().source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_attempts_show_what_was_sent_and_what_it_cost() {
    try (SqliteStore store = open()) {
      List<Attempt> attempts = store.tasks().attempts(task(store, "a.png").id());

      assertThat(attempts)
          .extracting(attempt -> attempt.cost().value())
          .containsExactly(700L, 0L, 0L, 0L, 650L);
      assertThat(attempts)
          .extracting(Attempt::sendTime)
          .containsExactly(
              Optional.empty(),
              Optional.empty(),
              Optional.of(START),
              Optional.empty(),
              Optional.of(START));
      assertThat(attempts).extracting(Attempt::externalId).containsOnly("");
    }
  }

  @Test
  void the_books_stay_as_they_are() {
    try (SqliteStore store = open()) {
      assertThat(today(store))
          .isEqualTo(new DayUsage(3, 0, new Usage(310, 110, 0, 0), new MicroDollars(1350)));
    }
  }

  @Test
  void the_calls_of_the_last_minute_are_known() {
    try (SqliteStore store = open()) {
      assertThat(store.usage().sends(KEY, START.minus(Duration.ofMinutes(1))))
          .extracting(UsageBook.Send::inputTokens)
          .containsExactlyInAnyOrder(300L, 0L, 310L, 300L);
    }
  }

  @Test
  void what_was_under_way_is_recovered_and_booked() {
    try (SqliteStore store = open()) {
      assertThat(store.queue().recover().tasks()).isEqualTo(1);

      Task task = task(store, "b.png");
      assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
      assertThat(store.tasks().attempts(task.id()))
          .extracting(Attempt::state)
          .containsExactly(AttemptState.UNKNOWN);
      assertThat(today(store))
          .isEqualTo(new DayUsage(4, 1, new Usage(310, 110, 0, 0), new MicroDollars(2050)));
    }
  }

  @Test
  void a_twin_still_waits_for_its_leader_and_takes_its_place() throws SQLException {
    change(
        """
        INSERT INTO task (ordinal, id, fingerprint, media, principal, quota, profile, status, lane,
          live, leader, estimate_tokens, estimate_cost, create_time, update_time)
        SELECT 3, randomblob(16), fingerprint, media, principal, quota, profile, 0, lane, 0, 2,
          estimate_tokens, estimate_cost, create_time, update_time
        FROM task WHERE ordinal = 2
        """);
    change("INSERT INTO task_text VALUES (3, 'c.png', '', '', '', NULL, NULL)");
    try (SqliteStore store = open()) {
      TaskId leader = task(store, "b.png").id();
      assertThat(task(store, "c.png").progress().leader()).contains(leader);

      assertThat(store.tasks().change(TaskChange.CANCEL, List.of(leader))).hasSize(1);

      assertThat(task(store, "c.png").progress().leader()).isEmpty();
      assertThat(task(store, "c.png").status()).isEqualTo(TaskStatus.PROCESSING);
    }
  }

  @Test
  void an_answer_is_still_found() throws SQLException {
    var question =
        new Question(
            MediaDigest.of(new byte[] {1}),
            "",
            "",
            "gemini",
            Optional.empty(),
            "en",
            MediaResolution.HIGH,
            "test-1",
            1,
            1);
    change(
        """
        INSERT INTO answer VALUES (1, randomblob(16), x'%s', 1, 'a cat', '', '', NULL, 'en',
          'gemini', 'model-a', 'model-a', 310, 90, 0, 0, 650, %d)
        """
            .formatted(question.fingerprint().hex(), START.toEpochMilli()));
    try (SqliteStore store = open()) {
      assertThat(store.answers().find(question)).isPresent();
      assertThat(store.questions().answered(List.of(question)))
          .containsExactly(question.fingerprint());
    }
  }

  @Test
  void a_picture_is_still_found() {
    MediaDigest digest = MediaDigest.of(new byte[] {1});
    try (SqliteStore store = open()) {
      assertThat(store.media().info(digest).orElseThrow().digest()).isEqualTo(digest);
      assertThat(store.media().open(digest)).isPresent();
    }
  }

  private void change(String statement) throws SQLException {
    assertThat(new Database(folder).change(statement)).isEqualTo(1);
  }

  @Test
  void a_database_is_migrated_once() {
    open().close();
    try (SqliteStore store = open()) {
      assertThat(store.tasks().list(TaskFilter.ALL, Optional.empty(), 10)).hasSize(2);
      assertThat(today(store).calls()).isEqualTo(3);
    }
  }
}
