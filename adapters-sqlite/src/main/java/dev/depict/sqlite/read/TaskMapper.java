package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads tasks and their attempts. */
interface TaskMapper {
  String TASK = "SELECT " + TaskRow.COLUMNS + TaskRow.FROM;

  /** Those of a filter; needs t, x and f. */
  String CONDITIONS =
      """
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
      """;

  /** Those of one window of ordinals that the filter means, the newest first. */
  @Select(
      "<script>"
          + TASK
          + """
          WHERE t.ordinal &lt; #{before} AND t.ordinal &gt;= #{from}
          """
          + CONDITIONS
          + """
          ORDER BY t.ordinal DESC LIMIT #{limit}
          </script>
          """)
  List<TaskRow> list(FilterRow filter, long from, long before, int limit);

  /** How many of one window of ordinals the filter means. */
  @Select(
      "<script>"
          + """
          SELECT count(*) FROM task t
          <if test='filter.sourcePrefix != null'>
            CROSS JOIN task_text x ON x.task = t.ordinal</if>
          <if test='filter.failureClasses != null'>
            CROSS JOIN failure f ON f.ordinal = t.failure</if>
          WHERE t.ordinal &lt; #{before} AND t.ordinal &gt;= #{from}
          """
          + CONDITIONS
          + "</script>")
  long count(FilterRow filter, long from, long before);

  /** The last ready ones of one window of ordinals that the filter means. */
  @Select(
      "<script>"
          + """
          SELECT t.quota, t.ready, max(t.ordinal) FROM task t
          <if test='filter.sourcePrefix != null'>
            CROSS JOIN task_text x ON x.task = t.ordinal</if>
          <if test='filter.failureClasses != null'>
            CROSS JOIN failure f ON f.ordinal = t.failure</if>
          WHERE t.ordinal &lt; #{before} AND t.ordinal &gt;= #{from} AND t.ready IS NOT NULL
          """
          + CONDITIONS
          + " GROUP BY t.quota, t.ready</script>")
  List<PlaceRow> places(FilterRow filter, long from, long before);

  /** Those of one window of ordinals that can be asked about again, the newest first. */
  @Select(
      "<script>"
          + TASK
          + """
          CROSS JOIN answer a ON a.ordinal = t.answer
          WHERE t.ordinal &lt; #{before} AND t.ordinal &gt;= #{from} AND t.status = 2
          <if test='answeredBy != null'>AND a.model_answered = #{answeredBy}</if>
            AND NOT EXISTS (SELECT 1 FROM task_text n WHERE n.supersedes = t.id)
          """
          + CONDITIONS
          + """
          ORDER BY t.ordinal DESC LIMIT #{limit}
          </script>
          """)
  List<TaskRow> reanalyzable(
      FilterRow filter, @Nullable String answeredBy, long from, long before, int limit);

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
