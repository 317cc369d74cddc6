package dev.depict.sqlite.read;

import java.util.List;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads pictures. */
interface MediaMapper {
  @Select("SELECT digest, format, bytes, width, height FROM media WHERE digest = #{digest}")
  @Nullable MediaRow info(byte[] digest);

  /** The content of the row; empty when it is a file or there is none. */
  @Select("SELECT content FROM media WHERE digest = #{digest} AND content IS NOT NULL")
  List<ContentRow> content(byte[] digest);
}
