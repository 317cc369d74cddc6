package dev.depict.sqlite.read;

import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads pictures. */
interface MediaMapper {
  @Select("SELECT digest, format, bytes, width, height FROM media WHERE digest = #{digest}")
  @Nullable MediaRow info(byte[] digest);
}
