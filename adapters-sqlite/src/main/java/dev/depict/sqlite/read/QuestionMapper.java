package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;

/** Looks up many questions at once: a JSON object, fingerprint to digest of the picture, in hex. */
interface QuestionMapper {
  @Select(
      """
      SELECT q.key FROM json_each(#{questions}) q
      WHERE EXISTS (SELECT 1 FROM (
          SELECT ordinal FROM media
            WHERE substr(digest, 1, 4) = unhex(substr(q.value, 1, 8)) AND digest = unhex(q.value)
          UNION ALL SELECT ordinal FROM media_gone WHERE digest = unhex(q.value)) m
        CROSS JOIN answer a ON a.media = m.ordinal AND a.fingerprint = unhex(q.key))
      """)
  List<String> answered(String questions);

  @Select(
      """
      SELECT q.key FROM json_each(#{questions}) q
      WHERE EXISTS (SELECT 1 FROM media m
        CROSS JOIN task t ON t.media = m.ordinal AND t.fingerprint = unhex(q.key) AND t.live = 1
        WHERE substr(m.digest, 1, 4) = unhex(substr(q.value, 1, 8))
          AND m.digest = unhex(q.value))
      """)
  List<String> underWay(String questions);
}
