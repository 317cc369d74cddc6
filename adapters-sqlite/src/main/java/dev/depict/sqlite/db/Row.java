package dev.depict.sqlite.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One row of a result; columns count from 1. Valid only while it is being read. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public long number(int column) throws SQLException {
    return result.getLong(column);
  }

  public int small(int column) throws SQLException {
    return result.getInt(column);
  }

  public OptionalLong maybeNumber(int column) throws SQLException {
    long value = result.getLong(column);
    return value == 0 && result.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public @Nullable Long numberOrNull(int column) throws SQLException {
    OptionalLong value = maybeNumber(column);
    return value.isPresent() ? value.getAsLong() : null;
  }

  public String text(int column) throws SQLException {
    return result.getString(column);
  }

  public Optional<String> maybeText(int column) throws SQLException {
    return Optional.ofNullable(result.getString(column));
  }

  public Optional<byte[]> maybeBytes(int column) throws SQLException {
    return Optional.ofNullable(result.getBytes(column));
  }

  public byte[] bytes(int column) throws SQLException {
    return result.getBytes(column);
  }
}
