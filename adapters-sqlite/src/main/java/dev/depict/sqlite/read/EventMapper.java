package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads events. */
interface EventMapper {
  @Select(
      """
      SELECT e.sequence, e.task, coalesce(t.id, d.id), e.type, e.previous, e.status, e.time,
        f.class, f.code, f.words
      FROM event e
      LEFT JOIN task t ON t.ordinal = e.task
      LEFT JOIN tombstone d ON d.task = e.task
      LEFT JOIN failure f ON f.ordinal = e.failure
      WHERE e.sequence > #{after}
      ORDER BY e.sequence LIMIT #{limit}
      """)
  List<EventRow> read(long after, int limit);

  @Select("SELECT min(sequence) FROM event")
  @Nullable Long oldest();
}
