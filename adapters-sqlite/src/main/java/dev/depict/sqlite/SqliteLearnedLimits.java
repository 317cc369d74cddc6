package dev.depict.sqlite;

import dev.depict.application.port.out.LearnedLimits;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.sqlite.change.ForgetLessons;
import dev.depict.sqlite.change.KeepLessons;
import dev.depict.sqlite.change.Ledger;
import dev.depict.sqlite.read.ReaderPool;
import dev.depict.sqlite.writer.Writer;
import java.util.List;
import java.util.Optional;

/** What providers taught, in SQLite. */
record SqliteLearnedLimits(Writer<Ledger> writer, ReaderPool readers) implements LearnedLimits {
  @Override
  public void learn(List<Lesson> lessons) {
    if (!lessons.isEmpty()) {
      writer.submit(new KeepLessons(List.copyOf(lessons)));
    }
  }

  @Override
  public List<Lesson> of(QuotaKey key) {
    return readers.read(reader -> reader.lessons(Optional.of(key)));
  }

  @Override
  public List<Lesson> forget(Optional<QuotaKey> key) {
    return writer.submit(new ForgetLessons(key));
  }
}
