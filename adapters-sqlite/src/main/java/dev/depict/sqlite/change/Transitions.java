package dev.depict.sqlite.change;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskStatus;
import dev.depict.sqlite.db.Codes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The changes of one stored task's status, each with its event and its count. */
final class Transitions {
  private static final String COMPLETE =
      """
      UPDATE task SET status = 2, live = 0, ready = NULL, leader = NULL, next_attempt_time = NULL,
        lease_epoch = NULL, lease_attempt = NULL, failure = NULL, answer = ?, reused = ?,
        finish_time = ?, update_time = ?
      WHERE ordinal = ?
      """;
  private static final String FAIL =
      """
      UPDATE task SET status = 3, live = 0, ready = NULL, leader = NULL, next_attempt_time = NULL,
        lease_epoch = NULL, lease_attempt = NULL, failure = ?, counted_failures = ?, crashes = ?,
        finish_time = ?, update_time = ?
      WHERE ordinal = ?
      """;
  // A call under way stays noted, so that its end is recognized.
  private static final String CANCEL =
      """
      UPDATE task SET status = 4, live = 0, ready = NULL, leader = NULL, next_attempt_time = NULL,
        failure = NULL, finish_time = ?, update_time = ?
      WHERE ordinal = ?
      """;
  private static final String REQUEUE =
      """
      UPDATE task SET status = 0, ready = ?, next_attempt_time = ?, lease_epoch = NULL,
        lease_attempt = NULL, counted_failures = ?, crashes = ?, failure = coalesce(?, failure),
        update_time = ?
      WHERE ordinal = ?
      """;

  private final Ledger ledger;

  Transitions(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The place in the order of the queue. */
  static int ready(Lane lane, int countedFailures) {
    return 2 * Codes.LANE.of(lane) + (countedFailures > 0 ? 1 : 0);
  }

  void complete(Stored task, long answer, boolean byOther) throws SQLException {
    long now = ledger.nowMillis();
    ledger.sql().update(COMPLETE, answer, byOther ? 1 : 0, now, now, task.ordinal());
    leave(task);
    ledger.counters().count(task.quota(), TaskStatus.COMPLETED, task.lane(), false, byOther, 1);
    moved(EventType.COMPLETED, task, TaskStatus.COMPLETED, null);
  }

  void fail(Stored task, long failure, int countedFailures, int crashes) throws SQLException {
    long now = ledger.nowMillis();
    ledger.sql().update(FAIL, failure, countedFailures, crashes, now, now, task.ordinal());
    leave(task);
    enter(task, TaskStatus.FAILED);
    moved(EventType.FAILED, task, TaskStatus.FAILED, failure);
  }

  void cancel(Stored task) throws SQLException {
    long now = ledger.nowMillis();
    ledger.sql().update(CANCEL, now, now, task.ordinal());
    leave(task);
    enter(task, TaskStatus.CANCELLED);
    moved(EventType.CANCELLED, task, TaskStatus.CANCELLED, null);
  }

  /**
   * Back from an attempt.
   *
   * @param notBefore milliseconds; absent for at once
   * @param failure that the task tells of while it waits; none leaves what it told
   */
  void requeue(
      Stored task,
      EventType type,
      OptionalLong notBefore,
      int countedFailures,
      int crashes,
      @Nullable Long failure)
      throws SQLException {
    boolean delayed = notBefore.isPresent();
    ledger
        .sql()
        .update(
            REQUEUE,
            delayed ? null : ready(task.lane(), countedFailures),
            delayed ? notBefore.getAsLong() : null,
            countedFailures,
            crashes,
            failure,
            ledger.nowMillis(),
            task.ordinal());
    leave(task);
    enter(task, TaskStatus.PENDING);
    moved(type, task, TaskStatus.PENDING, failure);
    if (delayed) {
      ledger.delaysChange();
    } else {
      ledger.madeReady();
    }
  }

  /** No longer counts where it stood. */
  void leave(Stored task) {
    if (task.nextAttemptTime().isPresent()) {
      ledger.delaysChange();
    }
    ledger
        .counters()
        .count(
            task.quota(), task.status(), task.lane(), task.leader().isPresent(), task.reused(), -1);
  }

  private void enter(Stored task, TaskStatus status) {
    ledger.counters().count(task.quota(), status, task.lane(), false, false, 1);
  }

  private void moved(EventType type, Stored task, TaskStatus to, @Nullable Long failure) {
    ledger.append(type, task.ordinal(), Optional.of(task.status()), Optional.of(to), failure);
  }
}
