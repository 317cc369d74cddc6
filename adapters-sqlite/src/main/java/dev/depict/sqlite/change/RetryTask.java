package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.Optional;

/** Opens a new round for a failed or cancelled task. */
public record RetryTask(TaskId id) implements Work<Ledger, Changed> {
  private static final String REOPEN =
      """
      UPDATE task SET status = ?, live = ?, leader = ?, ready = ?, answer = ?, reused = ?,
        round = round + 1, counted_failures = 0, crashes = 0, failure = NULL, finish_time = ?,
        update_time = ?
      WHERE ordinal = ?
      """;

  @Override
  public Changed run(Ledger ledger) throws SQLException {
    Optional<Stored> found = Stored.find(ledger.sql(), id);
    if (found.isEmpty()) {
      return new Changed.Unknown();
    }
    Stored task = found.get();
    if (task.status() != TaskStatus.FAILED && task.status() != TaskStatus.CANCELLED) {
      return new Changed.Refused(task.status());
    }
    // A call of the round before brings its answer as a late one.
    new Inheritance(ledger).letGo(task);
    reopen(ledger, task);
    return ledger.reader().task(id).<Changed>map(Changed.Done::new).orElseGet(Changed.Unknown::new);
  }

  private static void reopen(Ledger ledger, Stored task) throws SQLException {
    Known known = Known.of(ledger.sql(), task.media(), task.fingerprint());
    boolean answered = known.answer().isPresent();
    TaskStatus status = answered ? TaskStatus.COMPLETED : TaskStatus.PENDING;
    boolean twin = !answered && known.leader().isPresent();
    boolean leads = !answered && !twin;
    new Transitions(ledger).leave(task);
    ledger
        .sql()
        .update(
            REOPEN,
            Codes.STATUS.of(status),
            leads ? 1 : 0,
            twin ? known.leader().getAsLong() : null,
            leads ? Transitions.ready(task.lane(), 0) : null,
            answered ? known.answer().getAsLong() : null,
            answered ? 1 : 0,
            answered ? ledger.nowMillis() : null,
            ledger.nowMillis(),
            task.ordinal());
    ledger.counters().count(status, task.lane(), twin, answered, 1);
    ledger.append(
        EventType.RETRIED, task.ordinal(), Optional.of(task.status()), Optional.of(status), null);
    if (leads) {
      ledger.madeReady();
    } else if (twin) {
      new Leaders(ledger).raise(known.leader().getAsLong(), task.lane());
    }
  }
}
