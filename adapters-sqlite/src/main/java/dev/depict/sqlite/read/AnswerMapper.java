package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads answers and their chunks. */
interface AnswerMapper {
  String ANSWER = "SELECT " + AnswerRow.COLUMNS + "FROM answer a ";

  @Select(
      ANSWER
          + """
          WHERE a.ordinal = (SELECT max(n.ordinal) FROM (
              SELECT ordinal FROM media
                WHERE substr(digest, 1, 4) = substr(#{media}, 1, 4) AND digest = #{media}
              UNION ALL SELECT ordinal FROM media_gone WHERE digest = #{media}) m
            CROSS JOIN answer n ON n.media = m.ordinal AND n.fingerprint = #{fingerprint})
          """)
  @Nullable AnswerRow newest(byte[] media, byte[] fingerprint);

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
