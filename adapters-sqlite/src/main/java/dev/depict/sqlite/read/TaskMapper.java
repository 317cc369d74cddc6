package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads tasks and their attempts. */
interface TaskMapper {
  String TASK = "SELECT " + TaskRow.COLUMNS + TaskRow.FROM;

  @Select(TASK + "WHERE t.id = #{id}")
  @Nullable TaskRow find(byte[] id);

  @Select(TASK + "WHERE t.ordinal IN (SELECT value FROM json_each(#{ordinals}))")
  List<TaskRow> all(String ordinals);

  @Select(
      TASK
          + """
          WHERE t.quota = #{quota} AND t.ready IS NOT NULL
          ORDER BY t.ready, t.ordinal LIMIT #{limit}
          """)
  List<TaskRow> heads(long quota, int limit);

  /** Those of one window of ordinals that the filter means, the newest first. */
  @Select(
      "<script>"
          + TASK
          + """
          WHERE t.ordinal &lt; #{before} AND t.ordinal &gt;= #{from}
          <if test='filter.statuses != null'>
            AND t.status IN (SELECT value FROM json_each(#{filter.statuses}))</if>
          <if test='filter.lanes != null'>
            AND t.lane IN (SELECT value FROM json_each(#{filter.lanes}))</if>
          <if test='filter.failureClasses != null'>
            AND f.class IN (SELECT value FROM json_each(#{filter.failureClasses}))</if>
          <if test='filter.labels != null'>
            AND EXISTS (SELECT 1 FROM task_label b WHERE b.task = t.ordinal
              AND b.label IN (SELECT value FROM json_each(#{filter.labels})))</if>
          <if test='filter.sourcePrefix != null'>
            AND substr(x.source, 1, length(#{filter.sourcePrefix})) = #{filter.sourcePrefix}</if>
          <if test='filter.createdFrom != null'>
            AND t.create_time &gt;= #{filter.createdFrom}</if>
          <if test='filter.createdBefore != null'>
            AND t.create_time &lt; #{filter.createdBefore}</if>
          ORDER BY t.ordinal DESC LIMIT #{limit}
          </script>
          """)
  List<TaskRow> list(FilterRow filter, long from, long before, int limit);

  /** The place of a task in the list; still known after a deletion. */
  @Select(
      """
      SELECT ordinal FROM task WHERE id = #{id}
      UNION ALL SELECT task FROM tombstone WHERE id = #{id} LIMIT 1
      """)
  @Nullable Long ordinal(byte[] id);

  @Select("SELECT coalesce(max(ordinal), 0) FROM task")
  long newest();

  @Select(
      """
      SELECT a.number, a.node, a.state, a.counted, f.class, f.code, f.words, a.prompt_tokens,
        a.output_tokens, a.thinking_tokens, a.cached_tokens, a.reserved, a.cost, a.start_time,
        a.send_time, a.finish_time, a.external_id
      FROM task t
      JOIN attempt a ON a.task = t.ordinal
      LEFT JOIN failure f ON f.ordinal = a.failure
      WHERE t.id = #{id}
      ORDER BY a.number
      """)
  List<AttemptRow> attempts(byte[] id);
}
