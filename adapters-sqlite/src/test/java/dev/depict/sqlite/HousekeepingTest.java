package dev.depict.sqlite;

import static dev.depict.testkit.fixture.TaskFixtures.answered;
import static dev.depict.testkit.fixture.TaskFixtures.expense;
import static dev.depict.testkit.fixture.TaskFixtures.failed;
import static dev.depict.testkit.fixture.TaskFixtures.newTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Changed;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Cleaner;
import dev.depict.application.port.out.Ingested;
import dev.depict.application.port.out.Spool;
import dev.depict.application.port.out.TaskChange;
import dev.depict.domain.answer.Chunk;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is removed from the database and from the folder of pictures, and what stays. */
class HousekeepingTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Cleaner.Retention RETENTION =
      new Cleaner.Retention(
          Duration.ofDays(7), Duration.ofDays(7), DAY, Optional.of(Duration.ofDays(30)));
  private static final byte[] LARGE = new byte[200_000];

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, SqliteSettings.DEFAULT, clock, "node-1", new SequentialIds());
  }

  @AfterEach
  void check_and_close() {
    assertThat(store.audit().run().faults()).isEmpty();
    store.close();
  }

  private void reopen() {
    store.close();
    open();
    store.queue().recover();
  }

  private Task ingest(NewTaskBuilder task) {
    Ingested ingested = store.tasks().ingest(List.of(task.build())).getFirst();
    return ((Ingested.Created) ingested).task();
  }

  private void end(Task task, AttemptEnd end) {
    Claim claim = store.queue().claim(List.of(task.id())).getFirst();
    store.queue().end(claim.lease(), end, expense(end, clock.instant()));
  }

  private Cleaner.Removed clean() {
    Cleaner.Removed sum = new Cleaner.Removed(0, 0, 0, 0, true);
    while (sum.more()) {
      Cleaner.Removed piece = store.cleaner().clean(RETENTION);
      sum =
          new Cleaner.Removed(
              sum.tasks() + piece.tasks(),
              sum.media() + piece.media(),
              sum.events() + piece.events(),
              sum.requests() + piece.requests(),
              piece.more());
    }
    return sum;
  }

  private long rows(String table) throws SQLException {
    return new Database(folder).number("SELECT count(*) FROM " + table);
  }

  @Test
  void a_picture_goes_a_day_after_its_last_task_with_its_file() throws IOException {
    Task large = ingest(newTask("large").withPicture(LARGE));
    Task small = ingest(newTask("small"));
    Task other = ingest(newTask("small").withPrompt("another question"));
    List.of(large, small, other).forEach(task -> store.tasks().cancel(task.id()));
    store.tasks().delete(large.id());
    store.tasks().delete(small.id());
    clock.advance(DAY);

    assertThat(clean().media()).isEqualTo(1);

    assertThat(store.media().info(large.media().digest())).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(store.media().info(small.media().digest())).isPresent();
    store.tasks().delete(other.id());
    assertThat(clean().media()).isZero();
    clock.advance(DAY);
    assertThat(clean().media()).isEqualTo(1);
    assertThat(store.media().info(small.media().digest())).isEmpty();
  }

  @Test
  void an_answer_outlives_its_picture_and_is_used_when_it_comes_again() {
    Task task = ingest(newTask("a"));
    end(task, answered("a cat"));
    store.tasks().delete(task.id());
    clock.advance(DAY);
    assertThat(clean().media()).isEqualTo(1);
    reopen();

    assertThat(store.chunks().search("cat", 5))
        .extracting(Chunk::media)
        .containsExactly(task.media().digest());
    assertThat(ingest(newTask("a")).reused()).isTrue();
    assertThat(store.media().open(task.media().digest())).isPresent();
  }

  @Test
  void a_picture_that_a_call_under_way_was_sent_stays() {
    Task task = ingest(newTask("a"));
    Claim claim = store.queue().claim(List.of(task.id())).getFirst();
    store.tasks().cancel(task.id());
    store.tasks().delete(task.id());
    clock.advance(DAY);

    assertThat(clean().media()).isZero();

    AttemptEnd late = answered("a cat");
    store.queue().end(claim.lease(), late, expense(late, clock.instant()));
    assertThat(store.chunks().search("cat", 5)).hasSize(1);
    assertThat(clean().media()).isEqualTo(1);
  }

  @Test
  void a_picture_that_was_put_again_has_its_day_again() {
    var picture = new byte[] {1, 2, 3};
    Media media = new Media(MediaDigest.of(picture), MediaFormat.PNG, 3, 1, 1);
    store.media().put(media, picture);
    clock.advance(Duration.ofHours(20));
    store.media().put(media, picture);
    clock.advance(Duration.ofHours(20));

    assertThat(clean().media()).isZero();

    clock.advance(Duration.ofHours(4));
    assertThat(clean().media()).isEqualTo(1);
  }

  @Test
  void many_tasks_go_in_pieces() {
    for (int i = 0; i < 900; i += 100) {
      int from = i;
      List<TaskId> tasks =
          store
              .tasks()
              .ingest(
                  Stream.iterate(from, n -> n + 1)
                      .limit(100)
                      .map(n -> newTask("picture-" + n).build())
                      .toList())
              .stream()
              .map(ingested -> ((Ingested.Created) ingested).task().id())
              .toList();
      store.tasks().change(TaskChange.CANCEL, tasks);
    }
    Task waiting = ingest(newTask("waiting"));
    clock.advance(Duration.ofDays(30));

    assertThat(store.cleaner().clean(RETENTION).more()).isTrue();
    clean();
    clock.advance(DAY);
    clean();

    assertThat(store.tasks().count(TaskFilter.ALL)).isEqualTo(1);
    assertThat(store.tasks().find(waiting.id())).isPresent();
    assertThat(store.media().info(waiting.media().digest())).isPresent();
  }

  @Test
  void a_task_that_was_retried_is_not_old() {
    Task task = ingest(newTask("a"));
    store.tasks().cancel(task.id());
    clock.advance(Duration.ofDays(40));
    store.tasks().retry(task.id());

    assertThat(clean().tasks()).isZero();
  }

  @Test
  void nothing_stays_of_a_deleted_task_when_its_events_are_gone() throws SQLException {
    Task task = ingest(newTask("a").labelled("x").withRequestId("r"));
    end(task, failed(FailureClass.BLOCKED));
    Task twin = ingest(newTask("b"));
    end(twin, failed(FailureClass.INPUT));
    store.tasks().delete(task.id());
    clock.advance(Duration.ofDays(8));
    ingest(newTask("later"));

    clean();

    assertThat(rows("failure")).isEqualTo(1);
    assertThat(rows("tombstone")).isZero();
    assertThat(rows("request")).isZero();
    assertThat(rows("task_label")).isZero();
    assertThat(rows("attempt")).isEqualTo(1);
    assertThat(rows("failure_loose")).isZero();
  }

  @Test
  void calls_of_a_dead_process_are_forgotten_once_they_are_booked() throws SQLException {
    Task task = ingest(newTask("a"));
    store.queue().claim(List.of(task.id()));
    store.tasks().cancel(task.id());
    store.tasks().delete(task.id());
    clean();
    assertThat(rows("stray")).isEqualTo(1);

    reopen();
    clean();

    assertThat(rows("stray")).isZero();
  }

  @Test
  void files_that_belong_to_nothing_go_after_an_hour_and_others_stay() throws IOException {
    ingest(newTask("large").withPicture(LARGE));
    Path media = folder.resolve("media");
    Path old = Files.createDirectories(media.resolve("ab")).resolve("c".repeat(62));
    Path part = media.resolve("new-1.part");
    Path fresh = media.resolve("new-2.part");
    Path foreign = media.resolve("ab").resolve("notes.txt");
    for (Path file : List.of(old, part, fresh, foreign)) {
      Files.write(file, LARGE);
    }
    for (Path file : files()) {
      age(file, file.equals(fresh) ? Duration.ZERO : Duration.ofMinutes(61));
    }

    clean();

    assertThat(files()).hasSize(3).contains(fresh, foreign);
  }

  @Test
  void a_file_that_could_not_be_removed_is_removed_later() throws IOException {
    Task task = ingest(newTask("large").withPicture(LARGE));
    store.tasks().cancel(task.id());
    store.tasks().delete(task.id());
    Path file = files().getFirst();
    Files.delete(file);
    // What is in the way of its removal.
    Files.createDirectories(file.resolve("blocked"));
    clock.advance(DAY);
    assertThat(clean().media()).isEqualTo(1);
    Files.delete(file.resolve("blocked"));
    Files.delete(file);
    Files.write(file, LARGE);
    age(file, Duration.ofHours(2));

    clean();

    assertThat(file).doesNotExist();
  }

  @Test
  void a_picture_that_is_arriving_is_left_alone_and_becomes_a_file() throws IOException {
    try (Spool spool = store.media().spool()) {
      spool.write(Arrays.copyOf(LARGE, 100_000));
      spool.write(Arrays.copyOf(LARGE, 100_000));
      age(files().getFirst(), Duration.ofHours(2));
      clean();

      assertThat(spool.size()).isEqualTo(200_000);
      assertThat(spool.content()).isEqualTo(LARGE);
      Media media = new Media(MediaDigest.of(LARGE), MediaFormat.PNG, LARGE.length, 640, 480);
      spool.keep(media);
      assertThat(store.media().info(media.digest())).contains(media);
    }
    assertThat(files()).hasSize(1).first().asString().doesNotEndWith(".part");
  }

  @Test
  void what_was_not_kept_leaves_no_file() throws IOException {
    try (Spool spool = store.media().spool()) {
      spool.write(LARGE);
      assertThat(files()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void a_task_whose_file_is_gone_is_not_retried() throws IOException {
    Task task = ingest(newTask("large").withPicture(LARGE));
    store.tasks().cancel(task.id());
    Files.delete(files().getFirst());

    assertThat(store.tasks().retry(task.id()))
        .isEqualTo(new Changed.MediaMissing(task.media().digest()));

    Files.createDirectories(folder.resolve("media"));
    store.tasks().delete(task.id());
    clock.advance(DAY);
    clean();
  }

  private void age(Path file, Duration age) throws IOException {
    Instant then = clock.instant().minus(age);
    Files.setLastModifiedTime(file, FileTime.from(then));
  }

  private List<Path> files() throws IOException {
    Path media = folder.resolve("media");
    if (!Files.exists(media)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(media)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
