package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads answers and their chunks. */
interface AnswerMapper {
  String ANSWER = "SELECT " + AnswerRow.COLUMNS + "FROM answer a ";

  @Select(ANSWER + "WHERE a.fingerprint = #{fingerprint} ORDER BY a.ordinal DESC LIMIT 1")
  @Nullable AnswerRow newest(byte[] fingerprint);

  @Select(ANSWER + "WHERE a.ordinal = #{ordinal}")
  AnswerRow get(long ordinal);

  @Select(ChunkRow.SELECT + "WHERE a.id = #{id}")
  @Nullable ChunkRow chunk(byte[] id);

  /** Titles, alt texts and keywords weigh most; where a picture stands weighs least. */
  @Select(
      """
      SELECT rowid FROM chunk_text WHERE chunk_text MATCH #{query}
      ORDER BY bm25(chunk_text, 4.0, 2.0, 4.0, 1.0, 3.0, 1.0, 1.0, 2.0), rowid DESC
      LIMIT #{limit}
      """)
  List<Long> search(String query, int limit);

  @Select(ChunkRow.SELECT + "WHERE a.ordinal = #{ordinal}")
  ChunkRow chunkOf(long ordinal);
}
