package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.sqlite.error.StorageException;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On which threads the database is used. */
class WhoseThreadTest {
  private static final int COMMANDS = 1_000;

  @TempDir Path folder;
  private Opened opened;

  @BeforeEach
  void open() {
    opened =
        Opened.open(
            folder.resolve("depict.db"),
            SqliteSettings.DEFAULT,
            new SettableClock(),
            "node-1",
            new SequentialIds(),
            UnaryOperator.identity());
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private Thread writing() {
    return opened.writer().submit(_ -> Thread.currentThread());
  }

  private Thread reading() {
    return opened.readers().read(_ -> Thread.currentThread());
  }

  private static <T> T onVirtualThread(Callable<T> action) throws Exception {
    var task = new FutureTask<T>(action);
    Thread.startVirtualThread(task);
    return task.get();
  }

  /** Whether it came to be alone: the housekeeping of a start may be there first. */
  private boolean writesAlone() {
    return IntStream.range(0, COMMANDS).anyMatch(_ -> writing().equals(Thread.currentThread()));
  }

  @Test
  void who_writes_alone_writes_on_the_own_thread() {
    assertThat(writesAlone()).isTrue();
  }

  @Test
  void who_does_not_write_alone_has_the_writer_do_it() throws Exception {
    assertThat(writesAlone()).isTrue();
    var leave = new CountDownLatch(1);
    FutureTask<Boolean> first = writingUntil(leave);
    var second = new FutureTask<>(this::writing);
    Thread caller = Thread.ofPlatform().start(second);
    while (caller.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    leave.countDown();

    assertThat(second.get().getName()).isEqualTo("depict-writer");
    assertThat(first.get()).isTrue();
  }

  @Test
  void who_begins_a_command_does_not_wait_for_it() throws Exception {
    var leave = new CountDownLatch(1);
    FutureTask<Boolean> first = writingUntil(leave);

    var begun = opened.writer().begin(_ -> Thread.currentThread().getName());
    var told = begun.thenApply(_ -> Thread.currentThread().getName()).toCompletableFuture();
    assertThat(told).isNotDone();
    leave.countDown();

    // In this order: who waits for a stage itself may be the one to run what depends on it.
    assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo("depict-acknowledge");
    assertThat(begun.toCompletableFuture().get(20, TimeUnit.SECONDS)).isEqualTo("depict-writer");
    assertThat(first.get()).isTrue();
  }

  @Test
  void who_begins_a_command_alone_runs_it_at_once() {
    assertThat(writesAlone()).isTrue();

    assertThat(opened.writer().begin(_ -> Thread.currentThread()).toCompletableFuture())
        .isCompletedWithValue(Thread.currentThread());
  }

  @Test
  void a_command_that_was_begun_fails_with_what_kept_it_from_being_stored() {
    var failed =
        opened
            .writer()
            .<Boolean>begin(_ -> {
              throw new SQLException("no room");
            });

    assertThat(failed.toCompletableFuture())
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(StorageException.class);
  }

  /** Has somebody write for as long; returns when that has begun. */
  private FutureTask<Boolean> writingUntil(CountDownLatch leave) throws InterruptedException {
    var entered = new CountDownLatch(1);
    var writing =
        new FutureTask<>(() ->
            opened
                .writer()
                .submit(_ -> {
                  entered.countDown();
                  return awaited(leave);
                }));
    Thread.ofPlatform().start(writing);
    entered.await();
    return writing;
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_virtual_thread_never_writes() throws Exception {
    assertThat(writesAlone()).isTrue();

    assertThat(onVirtualThread(this::writing).getName()).isEqualTo("depict-writer");
  }

  @Test
  void a_platform_thread_reads_by_itself_and_a_virtual_one_does_not() throws Exception {
    assertThat(reading()).isEqualTo(Thread.currentThread());
    assertThat(onVirtualThread(this::reading).getName()).startsWith("depict-reader-");
  }

  @Test
  void a_closed_database_is_not_written_by_who_was_alone() {
    assertThat(writesAlone()).isTrue();
    opened.close();

    List<Callable<Thread>> uses = List.of(this::writing, this::reading);
    assertThat(uses)
        .allSatisfy(use -> assertThatThrownBy(use::call).hasMessageContaining("closed"));
    assertThat(opened.writer().begin(_ -> true).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withMessageContaining("closed");
  }
}
