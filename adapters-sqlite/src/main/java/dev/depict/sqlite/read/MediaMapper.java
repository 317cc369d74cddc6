package dev.depict.sqlite.read;

import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads pictures. */
interface MediaMapper {
  @Select(
      """
      SELECT digest, format, bytes, width, height FROM media
      WHERE substr(digest, 1, 4) = substr(#{digest}, 1, 4) AND digest = #{digest}
      """)
  @Nullable MediaRow info(byte[] digest);
}
