package dev.depict.sqlite.change;

import dev.depict.application.port.out.Changed;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.task.EventType;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Row;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;

/** Opens a new round for a failed or cancelled task. */
public record Retry(Ledger ledger, Limits limits) {
  /**
   * What a task needs to wait again.
   *
   * @param pending as many tasks may wait
   * @param isFile whether a picture that is no row is a file
   */
  public record Limits(long pending, Predicate<MediaDigest> isFile) {}

  private static final String REOPEN =
      """
      UPDATE task SET status = ?, live = ?, leader = ?, ready = ?, answer = ?, reused = ?,
        round = round + 1, counted_failures = 0, crashes = 0, failure = NULL, finish_time = ?,
        update_time = ?
      WHERE ordinal = ?
      """;
  private static final String PICTURE =
      "SELECT digest, content IS NOT NULL FROM media WHERE ordinal = ?";

  private record Picture(MediaDigest digest, boolean isRow) {
    static Picture read(Row row) throws SQLException {
      return new Picture(MediaDigest.ofBytes(row.bytes(1)), row.number(2) != 0);
    }
  }

  Changed run(Stored task, TaskId id) throws SQLException {
    if (task.status() != TaskStatus.FAILED && task.status() != TaskStatus.CANCELLED) {
      return new Changed.Refused(task.status());
    }
    Picture picture = ledger.sql().first(PICTURE, Picture::read, task.media()).orElseThrow();
    Known known =
        Known.of(ledger.sql(), task.media(), picture.digest().bytes(), task.fingerprint());
    Optional<Changed> refused = known.answer().isPresent() ? Optional.empty() : refusal(picture);
    if (refused.isPresent()) {
      return refused.get();
    }
    // A call of the round before brings its answer as a late one.
    new Inheritance(ledger).letGo(task);
    reopen(task, known);
    new LooseFailures(ledger).ofTask(task);
    return ledger.reader().task(id).<Changed>map(Changed.Done::new).orElseGet(Changed.Unknown::new);
  }

  /** Why a task cannot wait again. */
  private Optional<Changed> refusal(Picture picture) {
    if (!picture.isRow() && !limits.isFile().test(picture.digest())) {
      return Optional.of(new Changed.MediaMissing(picture.digest()));
    }
    return ledger.counters().count(TaskStatus.PENDING) >= limits.pending()
        ? Optional.of(new Changed.Full(limits.pending()))
        : Optional.empty();
  }

  private void reopen(Stored task, Known known) throws SQLException {
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
    ledger.counters().count(task.quota(), status, task.lane(), twin, answered, 1);
    ledger.append(
        EventType.RETRIED, task.ordinal(), Optional.of(task.status()), Optional.of(status), null);
    if (leads) {
      ledger.madeReady();
    } else if (twin) {
      new Leaders(ledger).raise(known.leader().getAsLong(), task.lane());
    }
  }
}
