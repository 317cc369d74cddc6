package dev.depict.sqlite.change;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.sqlite.writer.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Forgets what providers taught of a key, or of all, and returns it. */
public record ForgetLessons(Optional<QuotaKey> key) implements Work<Ledger, List<Lesson>> {
  @Override
  public List<Lesson> run(Ledger ledger) throws SQLException {
    List<Lesson> known = ledger.reader().lessons(key);
    if (key.isEmpty()) {
      ledger.sql().update("DELETE FROM lesson");
    } else {
      ledger
          .sql()
          .update(
              "DELETE FROM lesson WHERE quota = ?",
              ledger.dictionaries().quotas().ordinal(key.get()));
    }
    return known;
  }
}
