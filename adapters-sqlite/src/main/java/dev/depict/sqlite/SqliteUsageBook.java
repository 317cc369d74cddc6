package dev.depict.sqlite;

import dev.depict.application.port.out.UsageBook;
import dev.depict.domain.quota.DayUsage;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.sqlite.read.ReaderPool;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What was sent and spent, from SQLite. */
record SqliteUsageBook(ReaderPool readers) implements UsageBook {
  @Override
  public List<Send> sends(QuotaKey key, Instant since) {
    return readers.read(reader -> reader.sends(key, since));
  }

  @Override
  public Map<QuotaKey, DayUsage> day(LocalDate day) {
    return readers.read(reader -> reader.usage(day));
  }
}
