package dev.depict.testkit.memory;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.Expense;
import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.TaskQueue;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The queue in memory. */
final class InMemoryTaskQueue implements TaskQueue {
  private final Session session;
  private final Journal journal;
  private final AttemptEnds ends;
  private final Recovery recovery;

  InMemoryTaskQueue(Session session) {
    this.session = session;
    this.journal = new Journal(session);
    Endings endings = new Endings(session, journal);
    this.ends = new AttemptEnds(session, journal, endings);
    this.recovery = new Recovery(session, journal, endings, ends);
  }

  @Override
  public Recovered recover() {
    return session.change(recovery::run);
  }

  @Override
  public List<QuotaKey> readyKeys() {
    return session.change(() -> ready().map(row -> row.asked.estimate().key()).distinct().toList());
  }

  @Override
  public List<Task> heads(QuotaKey key, int limit) {
    return session.change(() ->
        ready()
            .filter(row -> row.asked.estimate().key().equals(key))
            .sorted(Row.BEST_FIRST)
            .limit(limit)
            .map(Row::task)
            .toList());
  }

  @Override
  public Optional<Task> overtaken(QuotaKey key, Lane lane) {
    return session.change(() ->
        ready()
            .filter(row -> row.asked.estimate().key().equals(key))
            .filter(row -> row.lane.compareTo(lane) > 0)
            .min(Comparator.comparingLong(row -> row.ordinal))
            .map(Row::task));
  }

  @Override
  public List<Claim> claim(List<TaskId> tasks) {
    return session.change(() ->
        session.database.pausedSince.isPresent()
            ? List.of()
            : tasks.stream().flatMap(id -> claim(id).stream()).toList());
  }

  @Override
  public boolean end(Lease lease, AttemptEnd end, Expense expense) {
    return session.change(() -> ends.end(lease, end, expense));
  }

  @Override
  public void forgive(List<Lease> leases) {
    session.run(() ->
        leases.stream()
            .flatMap(lease -> Optional.ofNullable(session.database.calls.get(lease)).stream())
            .forEach(InMemoryTaskQueue::forgive));
  }

  private static void forgive(Call call) {
    Row row = call.owner;
    if (row.live() && call.round == row.round && call.attempt().counted()) {
      row.countedFailures--;
      call.replace(Attempts.uncounted(call.attempt()));
    }
  }

  @Override
  public void hasten(TaskId task) {
    session.run(() ->
        Optional.ofNullable(session.database.rows.get(task))
            .filter(Row::delayed)
            .ifPresent(row -> {
              row.nextAttempt = Optional.empty();
              session.madeReady();
            }));
  }

  @Override
  public Optional<Instant> releaseDelayed() {
    return session.change(() -> {
      Instant now = session.now();
      for (Row row : session.database.rows.values()) {
        if (row.delayed() && row.nextAttempt.filter(time -> !time.isAfter(now)).isPresent()) {
          row.nextAttempt = Optional.empty();
          session.madeReady();
        }
      }
      return session.database.rows.values().stream()
          .filter(Row::delayed)
          .flatMap(row -> row.nextAttempt.stream())
          .min(Comparator.naturalOrder());
    });
  }

  @Override
  public void onReady(Consumer<Ready> listener) {
    session.onReady(listener);
  }

  private Stream<Row> ready() {
    return session.database.leaders.values().stream().filter(Row::ready);
  }

  private Optional<Claim> claim(TaskId id) {
    return Optional.ofNullable(session.database.rows.get(id)).filter(Row::ready).map(this::start);
  }

  private Claim start(Row row) {
    int number = ++row.attemptCount;
    Lease lease = new Lease(row.id(), session.epoch, number);
    row.lease = Optional.of(lease);
    row.started = row.started.or(() -> Optional.of(session.now()));
    row.attempts.add(
        Attempts.started(
            number, session.setting.node(), row.asked.estimate().cost(), session.now()));
    session.database.calls.put(lease, new Call(row, number));
    journal.move(row, EventType.STARTED, TaskStatus.PROCESSING);
    return new Claim(lease, row.countedFailures);
  }
}
