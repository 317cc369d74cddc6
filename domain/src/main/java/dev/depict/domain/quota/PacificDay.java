package dev.depict.domain.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day as Gemini counts it: by the date in Los Angeles, with daylight saving time. */
public final class PacificDay {
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  private PacificDay() {}

  /** The date of the moment. */
  public static LocalDate of(Instant time) {
    return LocalDate.ofInstant(time, LOS_ANGELES);
  }

  /** When the day begins. */
  public static Instant start(LocalDate day) {
    return day.atStartOfDay(LOS_ANGELES).toInstant();
  }

  /** When the day of the moment ends. */
  public static Instant end(Instant time) {
    return start(of(time).plusDays(1));
  }
}
