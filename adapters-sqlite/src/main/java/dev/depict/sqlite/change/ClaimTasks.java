package dev.depict.sqlite.change;

import dev.depict.application.port.out.Claim;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes ready tasks for one attempt each. */
public record ClaimTasks(List<TaskId> ids) implements Work<Ledger, List<Claim>> {
  private static final String CLAIM =
      """
      UPDATE task SET status = 1, ready = NULL, attempts = ?, lease_epoch = ?, lease_attempt = ?,
        start_time = coalesce(start_time, ?), update_time = ?
      WHERE ordinal = ?
      """;
  private static final String READY =
      """
      SELECT ordinal, attempts + 1, counted_failures, estimate_cost, lane, quota, round
      FROM task
      WHERE id = ? AND ready IS NOT NULL
      """;

  private record Taken(
      long ordinal,
      int attempt,
      int countedFailures,
      long reserved,
      Lane lane,
      long quota,
      int round) {
    static Taken read(Row row) throws SQLException {
      return new Taken(
          row.number(1),
          row.small(2),
          row.small(3),
          row.number(4),
          Codes.LANE.constant(row.number(5)),
          row.number(6),
          row.small(7));
    }
  }

  @Override
  public List<Claim> run(Ledger ledger) throws SQLException {
    if (ledger.pausedSince().isPresent()) {
      return List.of();
    }
    var attempts = new Attempts(ledger);
    var claims = new ArrayList<Claim>(ids.size());
    for (TaskId id : ids) {
      Optional<Taken> taken =
          ledger.sql().first(READY, Taken::read, (Object) Uuids.bytes(id.value()));
      if (taken.isPresent()) {
        claims.add(open(ledger, attempts, id, taken.get()));
      }
    }
    return List.copyOf(claims);
  }

  private static Claim open(Ledger ledger, Attempts attempts, TaskId id, Taken taken)
      throws SQLException {
    long now = ledger.nowMillis();
    ledger
        .sql()
        .update(CLAIM, taken.attempt(), ledger.epoch(), taken.attempt(), now, now, taken.ordinal());
    attempts.open(taken.ordinal(), taken.attempt(), taken.reserved(), taken.quota(), taken.round());
    ledger.counters().count(taken.quota(), TaskStatus.PENDING, taken.lane(), false, false, -1);
    ledger.counters().count(taken.quota(), TaskStatus.PROCESSING, taken.lane(), false, false, 1);
    ledger.append(
        EventType.STARTED,
        taken.ordinal(),
        Optional.of(TaskStatus.PENDING),
        Optional.of(TaskStatus.PROCESSING),
        null);
    return new Claim(new Lease(id, ledger.epoch(), taken.attempt()), taken.countedFailures());
  }

  @Override
  public long bytes() {
    return 1024L * ids.size();
  }
}
