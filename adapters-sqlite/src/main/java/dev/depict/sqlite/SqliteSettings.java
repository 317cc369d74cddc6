package dev.depict.sqlite;

import java.time.Duration;

/**
 * How a data folder is kept.
 *
 * @param maxPending as many tasks may wait before more are refused
 * @param inlineMediaLimit larger pictures are files, in bytes
 * @param synchronous {@code FULL}: what was acknowledged survives a loss of power. With {@code
 *     NORMAL} or {@code OFF} it does not
 * @param walCap from this length on the write-ahead log is copied by the writer itself, in bytes
 * @param readers threads that read, 2 to 4
 * @param eventRetention so long events are kept
 */
public record SqliteSettings(
    long maxPending,
    int inlineMediaLimit,
    String synchronous,
    long walCap,
    int readers,
    Duration eventRetention) {
  private static final int DEFAULT_INLINE_LIMIT = 64 << 10;
  private static final long DEFAULT_WAL_CAP = 64 << 20;

  /** For a server. */
  public static final SqliteSettings DEFAULT =
      new SqliteSettings(
          1_000_000,
          DEFAULT_INLINE_LIMIT,
          "FULL",
          DEFAULT_WAL_CAP,
          Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4),
          Duration.ofDays(7));

  public SqliteSettings {
    if (maxPending < 1 || inlineMediaLimit < 0 || walCap < 1 || readers < 1) {
      throw new IllegalArgumentException(
          "storage needs room for at least one task, one byte of log and one reader");
    }
    if (!synchronous.matches("FULL|EXTRA|NORMAL|OFF")) {
      throw new IllegalArgumentException(
          "synchronous is FULL, EXTRA, NORMAL or OFF, not '" + synchronous + "'");
    }
    if (eventRetention.isNegative()) {
      throw new IllegalArgumentException("events are kept for some time, not " + eventRetention);
    }
  }

  /** The same with another limit of waiting tasks. */
  public SqliteSettings withMaxPending(long limit) {
    return new SqliteSettings(
        limit, inlineMediaLimit, synchronous, walCap, readers, eventRetention);
  }

  /** The same, keeping events for another time. */
  public SqliteSettings withEventRetention(Duration retention) {
    return new SqliteSettings(
        maxPending, inlineMediaLimit, synchronous, walCap, readers, retention);
  }
}
