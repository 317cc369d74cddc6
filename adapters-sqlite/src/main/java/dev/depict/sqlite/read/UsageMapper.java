package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;

/** Reads what was sent and spent. */
interface UsageMapper {
  /**
   * Looks at the events from the newest back to the first thousand that are all older: each claim
   * has one, and so has each task that took an attempt over. An index of the attempts by time would
   * cost every claim a tenth of its speed, for what is asked once in the life of a process.
   */
  @Select(
      """
      WITH RECURSIVE back (sequence) AS (
        SELECT max(sequence) - 1000 FROM event
        UNION ALL
        SELECT b.sequence - 1000 FROM back b
        WHERE EXISTS (SELECT 1 FROM event e
          WHERE e.sequence > b.sequence AND e.sequence <= b.sequence + 1000
            AND e.time >= #{since}))
      SELECT coalesce(a.send_time, a.finish_time, a.start_time) AS time,
        CASE WHEN a.state IN (2, 3) THEN a.prompt_tokens ELSE t.estimate_tokens END AS tokens
      FROM (SELECT DISTINCT task FROM event
          WHERE sequence > (SELECT min(sequence) FROM back) AND type IN (2, 9)) e
        CROSS JOIN attempt a ON a.task = e.task
        CROSS JOIN task t ON t.ordinal = a.task
      WHERE a.quota = #{quota} AND a.start_time >= #{since}
        AND (a.send_time IS NOT NULL OR a.state NOT IN (2, 3))
      ORDER BY time
      """)
  List<SendRow> sends(long quota, long since);

  @Select(
      """
      SELECT quota, calls, unknown_calls, input_tokens, output_tokens, thinking_tokens,
        cached_tokens, cost
      FROM usage_day WHERE day = #{day} AND (calls > 0 OR cost > 0)
      """)
  List<UsageRow> day(long day);
}
