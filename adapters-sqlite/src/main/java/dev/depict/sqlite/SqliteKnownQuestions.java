package dev.depict.sqlite;

import dev.depict.application.port.out.KnownQuestions;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import dev.depict.sqlite.read.ReaderPool;
import java.util.List;
import java.util.Set;

/** The questions SQLite knows of. Each port method is one statement. */
record SqliteKnownQuestions(ReaderPool readers) implements KnownQuestions {
  @Override
  public Set<Fingerprint> answered(List<Question> questions) {
    return readers.read(reader -> reader.answered(questions));
  }

  @Override
  public Set<Fingerprint> underWay(List<Question> questions) {
    return readers.read(reader -> reader.underWay(questions));
  }
}
