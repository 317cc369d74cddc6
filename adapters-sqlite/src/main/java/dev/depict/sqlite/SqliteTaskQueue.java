package dev.depict.sqlite;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.change.ClaimTasks;
import dev.depict.sqlite.change.EndAttempt;
import dev.depict.sqlite.change.Forgive;
import dev.depict.sqlite.change.Hasten;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.change.Recover;
import dev.depict.sqlite.change.ReleaseDelayed;
import dev.depict.sqlite.read.Delays;
import dev.depict.sqlite.read.Reader;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The queue in SQLite. */
final class SqliteTaskQueue implements TaskQueue {
  private final Writer<Ledger> writer;
  private final ReaderPool readers;
  private final Ledger ledger;
  private final InstantSource clock;
  private final PreparingFile recorder;
  private volatile Release release = new Release(-1, Optional.empty());

  /**
   * When the next delay is over.
   *
   * @param delays as they were numbered when this was read
   */
  private record Release(long delays, Optional<Instant> next) {}

  SqliteTaskQueue(
      Writer<Ledger> writer,
      ReaderPool readers,
      Ledger ledger,
      InstantSource clock,
      PreparingFile recorder) {
    this.writer = writer;
    this.readers = readers;
    this.ledger = ledger;
    this.clock = clock;
    this.recorder = recorder;
  }

  @Override
  public Recovered recover() {
    Recovered recovered = writer.submit(new Recover(recorder.left()));
    recorder.forget();
    return recovered;
  }

  @Override
  public List<QuotaKey> readyKeys() {
    return readers.read(Reader::readyKeys);
  }

  @Override
  public List<Task> heads(QuotaKey key, int limit) {
    return readers.read(reader -> reader.heads(key, limit));
  }

  @Override
  public Optional<Task> overtaken(QuotaKey key, Lane lane) {
    return ledger.snapshot().waitsBehind(lane)
        ? readers.read(reader -> reader.overtaken(key, lane))
        : Optional.empty();
  }

  @Override
  public List<Claim> claim(List<TaskId> tasks) {
    return tasks.isEmpty() ? List.of() : writer.submit(new ClaimTasks(List.copyOf(tasks)));
  }

  @Override
  public boolean end(Lease lease, AttemptEnd end, Expense expense) {
    return writer.submit(new EndAttempt(lease, end, expense));
  }

  @Override
  public void forgive(List<Lease> leases) {
    if (!leases.isEmpty()) {
      writer.submit(new Forgive(List.copyOf(leases)));
    }
  }

  @Override
  public void hasten(TaskId task) {
    writer.submit(new Hasten(task));
  }

  @Override
  public Optional<Instant> releaseDelayed() {
    Optional<Instant> next = nextRelease();
    if (next.isEmpty() || next.get().isAfter(clock.instant())) {
      return next;
    }
    while (writer.submit(new ReleaseDelayed()) == ReleaseDelayed.MOST) {
      // Other commands have had their turn.
    }
    return nextRelease();
  }

  /** Read anew only when a commit may have changed it: the dispatcher asks at every step. */
  private Optional<Instant> nextRelease() {
    long delays = ledger.delays();
    if (release.delays() != delays) {
      release = new Release(delays, readers.read(Delays::nextRelease));
    }
    return release.next();
  }

  @Override
  public void onReady(Consumer<Ready> listener) {
    ledger.onReady(listener);
  }
}
