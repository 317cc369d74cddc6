package dev.depict.sqlite.read;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is read for each task again and again, from its ingest to the look at its answer, by kept
 * statements: a mapper takes several times as long, and most of all in a process that has little to
 * do.
 */
record Direct(Sql sql, Dictionaries dictionaries) {
  private static final String TASK = TaskMapper.TASK + "WHERE t.id = ?";
  private static final String ANSWER = AnswerMapper.ANSWER + "WHERE a.ordinal = ?";
  private static final String TASKS =
      TaskMapper.TASK + "WHERE t.ordinal IN (SELECT value FROM json_each(?))";
  private static final String EVENTS =
      "SELECT "
          + EventRow.COLUMNS
          + EventRow.FROM
          + "WHERE e.sequence > ? ORDER BY e.sequence LIMIT ?";
  private static final String KEYS =
      """
      SELECT ordinal FROM quota_key q
      WHERE EXISTS (SELECT 1 FROM task t WHERE t.quota = q.ordinal AND t.ready IS NOT NULL)
      """;
  private static final String HEADS =
      TaskMapper.TASK
          + """
          WHERE t.quota = ? AND t.ready IS NOT NULL ORDER BY t.ready, t.ordinal LIMIT ?
          """;

  /**
   * The first one of each place in the order of the queue behind a lane, and of these the first.
   */
  private static final String OVERTAKEN =
      TaskMapper.TASK
          + """
          WHERE t.ordinal = (SELECT min(first) FROM (
            SELECT (SELECT ordinal FROM task h
                WHERE h.quota = ? AND h.ready = r.value AND h.ready IS NOT NULL
                ORDER BY ordinal LIMIT 1) AS first
            FROM json_each('[0,1,2,3,4,5]') r WHERE r.value >= 2 * (? + 1)))
          """;

  private static final String CONTENT =
      """
      SELECT content FROM media
      WHERE substr(digest, 1, 4) = substr(?1, 1, 4) AND digest = ?1 AND content IS NOT NULL
      """;

  Optional<TaskRow> task(TaskId id) throws SQLException {
    return sql.first(TASK, TaskRow::read, (Object) Uuids.bytes(id.value()));
  }

  /**
   * @param ordinals as a JSON array
   */
  List<TaskRow> tasks(String ordinals) throws SQLException {
    return sql.all(TASKS, TaskRow::read, ordinals);
  }

  /** The next events after a position, in order. */
  List<EventRow> events(long after, int limit) throws SQLException {
    return sql.all(EVENTS, EventRow::read, after, limit);
  }

  Answer answer(long ordinal) throws SQLException {
    return sql.first(ANSWER, AnswerRow::read, ordinal).orElseThrow().answer();
  }

  List<QuotaKey> keys() throws SQLException {
    return sql.all(KEYS, row -> dictionaries.quotas().value(row.number(1)));
  }

  List<TaskRow> heads(QuotaKey key, int limit) throws SQLException {
    return sql.all(HEADS, TaskRow::read, dictionaries.quotas().ordinal(key), limit);
  }

  Optional<TaskRow> overtaken(QuotaKey key, Lane lane) throws SQLException {
    long quota = dictionaries.quotas().ordinal(key);
    return sql.first(OVERTAKEN, TaskRow::read, quota, Codes.LANE.of(lane));
  }

  /** The bytes of a picture that is a row. */
  Optional<byte[]> content(MediaDigest digest) throws SQLException {
    return sql.first(CONTENT, row -> row.bytes(1), (Object) digest.bytes());
  }
}
