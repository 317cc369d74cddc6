package dev.depict.testkit.memory;

import dev.depict.application.port.out.QueueControl;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole queue in memory. */
final class InMemoryQueueControl implements QueueControl {
  private final Session session;

  InMemoryQueueControl(Session session) {
    this.session = session;
  }

  @Override
  public void pause() {
    session.run(() ->
        session.database.pausedSince =
            session.database.pausedSince.or(() -> Optional.of(session.now())));
  }

  @Override
  public void resume() {
    session.run(() -> {
      if (session.database.pausedSince.isPresent()) {
        session.database.pausedSince = Optional.empty();
        session.madeReady();
      }
    });
  }

  @Override
  public Optional<Instant> pausedSince() {
    return session.change(() -> session.database.pausedSince);
  }

  @Override
  public Counts counts() {
    return session.change(() -> counts(session.database.rows.values()));
  }

  private static Counts counts(Collection<Row> rows) {
    List<Row> pending = rows.stream().filter(row -> row.status == TaskStatus.PENDING).toList();
    Map<TaskStatus, Long> tasks = by(rows, row -> row.status);
    Map<Lane, Long> lanes = by(pending, row -> row.lane);
    return new Counts(
        tasks,
        lanes,
        backlogs(pending),
        pending.stream().filter(Row::delayed).count(),
        pending.stream().filter(row -> row.leader.isPresent()).count(),
        pending.stream()
            .filter(Row::delayed)
            .flatMap(row -> row.nextAttempt.stream())
            .min(Comparator.naturalOrder()),
        pending.stream().map(row -> row.created).min(Comparator.naturalOrder()),
        rows.stream().filter(row -> row.status == TaskStatus.COMPLETED && row.reused).count());
  }

  private static Map<QuotaKey, Backlog> backlogs(List<Row> pending) {
    return pending.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.asked.estimate().key(),
                Collectors.teeing(
                    Collectors.counting(),
                    Collectors.filtering(row -> row.leader.isEmpty(), Collectors.counting()),
                    Backlog::new)));
  }

  private static <K> Map<K, Long> by(Collection<Row> rows, Function<Row, K> key) {
    return rows.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
  }
}
