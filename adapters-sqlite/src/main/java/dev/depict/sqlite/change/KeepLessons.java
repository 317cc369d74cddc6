package dev.depict.sqlite.change;

import dev.depict.domain.quota.Lesson;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Remembers what a provider taught. */
public record KeepLessons(List<Lesson> lessons) implements Work<Ledger, Boolean> {
  private static final String KEEP =
      """
      INSERT INTO lesson (quota, kind, maximum, time, hold_until) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (quota, kind) DO UPDATE SET maximum = excluded.maximum, time = excluded.time,
        hold_until = excluded.hold_until
      """;

  @Override
  public Boolean run(Ledger ledger) throws SQLException {
    for (Lesson lesson : lessons) {
      ledger
          .sql()
          .update(
              KEEP,
              ledger.dictionaries().quota(ledger.sql(), lesson.key()),
              Codes.LIMIT.of(lesson.kind()),
              lesson.limit().isPresent() ? lesson.limit().getAsLong() : null,
              lesson.time().toEpochMilli(),
              lesson.holdUntil().map(KeepLessons::ceilingMillis).orElse(null));
    }
    return true;
  }

  /** A hold never ends early. */
  private static Long ceilingMillis(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }
}
