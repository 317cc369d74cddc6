package dev.depict.sqlite.change;

import dev.depict.application.port.out.Claim;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Lease;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Json;
import dev.depict.sqlite.db.Row;
import dev.depict.sqlite.db.Uuids;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes ready tasks for one attempt each, all of them by the same few statements. */
public record ClaimTasks(List<TaskId> ids) implements Work<Ledger, List<Claim>> {
  private static final String READY =
      """
      SELECT id, ordinal, attempts + 1, counted_failures, lane, quota
      FROM task
      WHERE id IN (SELECT unhex(value, '-') FROM json_each(?)) AND ready IS NOT NULL
      """;
  private static final String CLAIM =
      """
      UPDATE task SET status = 1, ready = NULL, attempts = attempts + 1, lease_epoch = ?,
        lease_attempt = attempts + 1, start_time = coalesce(start_time, ?2), update_time = ?2
      WHERE ordinal IN (SELECT value FROM json_each(?))
      """;

  private record Taken(
      TaskId id, long ordinal, int attempt, int countedFailures, Lane lane, long quota) {
    static Taken read(Row row) throws SQLException {
      return new Taken(
          new TaskId(Uuids.of(row.bytes(1))),
          row.number(2),
          row.small(3),
          row.small(4),
          Codes.LANE.constant(row.number(5)),
          row.number(6));
    }
  }

  @Override
  public List<Claim> run(Ledger ledger) throws SQLException {
    if (ledger.pausedSince().isPresent()) {
      return List.of();
    }
    String asked = Json.texts(ids.stream().map(TaskId::value).map(UUID::toString).toList());
    List<Taken> ready = ledger.sql().all(READY, Taken::read, asked);
    String ordinals = Json.numbers(ready.stream().map(Taken::ordinal).toList());
    ledger.sql().update(CLAIM, ledger.epoch(), ledger.nowMillis(), ordinals);
    new Attempts(ledger).open(ordinals);
    ready.forEach(taken -> note(ledger, taken));
    return ready.stream().map(taken -> claim(ledger, taken)).toList();
  }

  private static void note(Ledger ledger, Taken taken) {
    ledger.counters().count(taken.quota(), TaskStatus.PENDING, taken.lane(), false, false, -1);
    ledger.counters().count(taken.quota(), TaskStatus.PROCESSING, taken.lane(), false, false, 1);
    ledger.append(
        EventType.STARTED,
        taken.ordinal(),
        Optional.of(TaskStatus.PENDING),
        Optional.of(TaskStatus.PROCESSING),
        null);
  }

  private static Claim claim(Ledger ledger, Taken taken) {
    return new Claim(
        new Lease(taken.id(), ledger.epoch(), taken.attempt()), taken.countedFailures());
  }

  @Override
  public long bytes() {
    return 1024L * ids.size();
  }
}
