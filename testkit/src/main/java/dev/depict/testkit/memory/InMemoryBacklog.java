package dev.depict.testkit.memory;

import dev.depict.application.port.out.Backlog;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The order of the queue in memory. */
final class InMemoryBacklog implements Backlog {
  private final Session session;

  InMemoryBacklog(Session session) {
    this.session = session;
  }

  @Override
  public OptionalLong position(TaskId task) {
    return session.change(
        () -> ready().filter(row -> row.id().equals(task)).mapToLong(this::position).findFirst());
  }

  @Override
  public Map<QuotaKey, Long> positions(TaskFilter filter) {
    return session.change(() -> {
      var positions = new HashMap<QuotaKey, Long>();
      ready()
          .filter(row -> filter.matches(row.task()))
          .forEach(row -> positions.merge(row.asked.estimate().key(), position(row), Math::max));
      return positions;
    });
  }

  private long position(Row row) {
    return ready()
        .filter(other -> other.asked.estimate().key().equals(row.asked.estimate().key()))
        .filter(other -> Row.BEST_FIRST.compare(other, row) <= 0)
        .count();
  }

  private Stream<Row> ready() {
    return session.database.leaders.values().stream().filter(Row::ready);
  }
}
