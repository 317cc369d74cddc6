package dev.depict.cli.text;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Points in time, as short as they can be said.
 *
 * @param clock tells which day is today
 * @param zone in which they are shown
 */
public record Times(InstantSource clock, ZoneId zone) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** The time of day; with the date unless it is today. */
  public String shown(Timestamp timestamp) {
    var time = instant(timestamp).atZone(zone);
    boolean today = time.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return (today ? TIME : DATE_AND_TIME).format(time);
  }

  /** The same point in time. */
  public static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }
}
