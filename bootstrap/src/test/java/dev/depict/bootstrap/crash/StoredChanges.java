package dev.depict.bootstrap.crash;

import dev.depict.proto.v1.TaskEventType;
import dev.depict.proto.v1.TaskStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The events as they are stored, in the words of the wire. */
final class StoredChanges {
  /** By the stored number, which begins with 1. */
  private static final List<TaskEventType> TYPES =
      List.of(
          TaskEventType.TASK_EVENT_TYPE_CREATED,
          TaskEventType.TASK_EVENT_TYPE_STARTED,
          TaskEventType.TASK_EVENT_TYPE_RETRY_SCHEDULED,
          TaskEventType.TASK_EVENT_TYPE_GIVEN_BACK,
          TaskEventType.TASK_EVENT_TYPE_COMPLETED,
          TaskEventType.TASK_EVENT_TYPE_FAILED,
          TaskEventType.TASK_EVENT_TYPE_CANCELLED,
          TaskEventType.TASK_EVENT_TYPE_RETRIED,
          TaskEventType.TASK_EVENT_TYPE_LEADER_CHANGED,
          TaskEventType.TASK_EVENT_TYPE_LANE_RAISED,
          TaskEventType.TASK_EVENT_TYPE_DELETED);

  private StoredChanges() {}

  static List<Change> in(Snapshot snapshot) throws SQLException {
    return snapshot.all(
        """
        SELECT hex(t.id), e.type, e.previous, e.status
        FROM event e JOIN
          (SELECT ordinal, id FROM task UNION ALL SELECT task AS ordinal, id FROM tombstone) t
          ON t.ordinal = e.task
        ORDER BY e.sequence
        """,
        row ->
            new Change(
                row.getString(1).toLowerCase(Locale.ROOT),
                TYPES.get(row.getInt(2) - 1),
                status(row, 3),
                status(row, 4)));
  }

  /** Stored from 0, on the wire from 1. */
  private static TaskStatus status(ResultSet row, int column) throws SQLException {
    int stored = row.getInt(column);
    TaskStatus status = row.wasNull() ? null : TaskStatus.forNumber(stored + 1);
    return status == null ? TaskStatus.TASK_STATUS_UNSPECIFIED : status;
  }
}
