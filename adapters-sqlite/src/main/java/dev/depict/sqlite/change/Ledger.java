package dev.depict.sqlite.change;

import dev.depict.application.port.out.Ready;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.read.Reader;
import dev.depict.sqlite.writer.Memory;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every change works on: the write connection, the numbers in use, the events to be appended.
 * Belongs to the writer; only {@link #snapshot} and the listeners are for other threads.
 */
public final class Ledger implements Memory {
  private final Sql sql;
  private final Reader reader;
  private final Dictionaries dictionaries;
  private final InstantSource clock;
  private final long epoch;
  private final long node;
  private final EventBuffer events = new EventBuffer();
  private final Usages usages = new Usages();
  private Counters counters;
  private Optional<Instant> pausedSince;
  private Instant now = Instant.EPOCH;
  private Ready ready = Ready.NOTHING;
  private boolean appended;
  private boolean delaysChanged;
  private final AtomicLong delays = new AtomicLong();
  private volatile Snapshot snapshot;
  private volatile Consumer<Ready> onReady = _ -> {};
  private volatile Runnable onAppend = () -> {};

  /**
   * @param reader over the same connection
   * @param epoch of this process
   * @param node number of this process's name
   */
  public Ledger(
      Sql sql, Reader reader, Dictionaries dictionaries, InstantSource clock, long epoch, long node)
      throws SQLException {
    this.sql = sql;
    this.reader = reader;
    this.dictionaries = dictionaries;
    this.clock = clock;
    this.epoch = epoch;
    this.node = node;
    this.counters = Counters.load(sql);
    this.pausedSince = Meta.get(sql, Meta.PAUSED_SINCE).map(Instant::ofEpochMilli);
    this.snapshot = Snapshot.of(counters, dictionaries.quotas(), pausedSince);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** Another number after each commit that has changed which tasks are delayed, or until when. */
  public long delays() {
    return delays.get();
  }

  public void onReady(Consumer<Ready> listener) {
    onReady = listener;
  }

  public void onAppend(Runnable listener) {
    onAppend = listener;
  }

  Sql sql() {
    return sql;
  }

  Reader reader() {
    return reader;
  }

  Dictionaries dictionaries() {
    return dictionaries;
  }

  Counters counters() {
    return counters;
  }

  long epoch() {
    return epoch;
  }

  long node() {
    return node;
  }

  Optional<Instant> pausedSince() {
    return pausedSince;
  }

  void paused(Optional<Instant> since) {
    pausedSince = since;
  }

  /** The time of the transaction, in whole milliseconds as it is stored. */
  Instant now() {
    return now;
  }

  long nowMillis() {
    return now.toEpochMilli();
  }

  /** Notes that a task may have become ready, wherever it stands. */
  void madeReady() {
    ready = Ready.ANYTHING;
  }

  /** Notes that a new task stands behind those of its lane. */
  void addedReady(Task task) {
    ready = ready.and(Ready.newcomer(task));
  }

  /** Notes that a task is delayed, or is so no longer. */
  void delaysChange() {
    delaysChanged = true;
  }

  void append(
      EventType type,
      long task,
      Optional<TaskStatus> previous,
      Optional<TaskStatus> status,
      @Nullable Long failure) {
    if (!type.leads(previous, status)) {
      throw new IllegalStateException(
          "%s does not lead from %s to %s".formatted(type, previous, status));
    }
    appended = true;
    events.add(
        ++counters.sequence,
        task,
        Codes.EVENT.of(type),
        previous.map(Codes.STATUS::of).orElse(null),
        status.map(Codes.STATUS::of).orElse(null),
        nowMillis(),
        failure);
  }

  void book(Booking booking) {
    usages.book(booking);
  }

  void cancel(Booking booking) {
    usages.cancel(booking);
  }

  @Override
  public void begin() {
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public Mark mark() {
    Counters countersThen = counters.copy();
    Optional<Instant> pausedThen = pausedSince;
    Runnable dictionariesThen = dictionaries.mark();
    Runnable usagesThen = usages.mark();
    int eventsThen = events.size();
    Ready readyThen = ready;
    boolean appendedThen = appended;
    return () -> {
      counters = countersThen.copy();
      pausedSince = pausedThen;
      dictionariesThen.run();
      usagesThen.run();
      events.shrink(eventsThen);
      ready = readyThen;
      appended = appendedThen;
      reader.renew();
    };
  }

  @Override
  public void flush() throws SQLException {
    events.flush(sql);
    usages.flush(sql);
  }

  @Override
  public void publish() {
    snapshot = Snapshot.of(counters, dictionaries.quotas(), pausedSince);
    if (delaysChanged) {
      delaysChanged = false;
      delays.incrementAndGet();
    }
  }

  @Override
  public void announce() {
    Ready tellReady = ready;
    boolean tellAppended = appended;
    ready = Ready.NOTHING;
    appended = false;
    if (tellAppended) {
      onAppend.run();
    }
    if (!tellReady.isNothing()) {
      onReady.accept(tellReady);
    }
  }
}
