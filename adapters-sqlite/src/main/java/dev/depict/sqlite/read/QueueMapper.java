package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads what is to be known of the queue as a whole, from its indexes alone. */
interface QueueMapper {
  @Select(
      """
      SELECT quota, kind, maximum, time, hold_until FROM lesson
      WHERE #{quota} IS NULL OR quota = #{quota} ORDER BY quota, kind
      """)
  List<LessonRow> lessons(@Nullable Long quota);

  @Select("SELECT quota, ready, ordinal FROM task WHERE id = #{id} AND ready IS NOT NULL")
  @Nullable PlaceRow place(byte[] id);

  @Select("SELECT count(*) FROM task WHERE quota = #{quota} AND ready < #{ready}")
  long moreUrgent(long quota, long ready);

  @Select(
      """
      SELECT count(*) FROM task
      WHERE quota = #{quota} AND ready = #{ready} AND ordinal <= #{ordinal}
      """)
  long upTo(long quota, long ready, long ordinal);

  @Select("SELECT count(*) FROM task WHERE next_attempt_time IS NOT NULL")
  long delayed();

  @Select("SELECT min(next_attempt_time) FROM task WHERE next_attempt_time IS NOT NULL")
  @Nullable Long nextRelease();

  /** The oldest of the ready, of the delayed and of the twins. */
  @Select(
      """
      SELECT create_time FROM task WHERE ordinal = (
        SELECT min(first) FROM (
          SELECT (SELECT ordinal FROM task t
                  WHERE t.quota = q.ordinal AND t.ready = r.value AND t.ready IS NOT NULL
                  ORDER BY ordinal LIMIT 1) AS first
          FROM quota_key q, json_each('[0,1,2,3,4,5]') r
          UNION ALL SELECT min(ordinal) FROM task WHERE next_attempt_time IS NOT NULL
          UNION ALL SELECT min(ordinal) FROM task WHERE leader IS NOT NULL))
      """)
  @Nullable Long oldestPending();
}
