package dev.depict.sqlite;

import dev.depict.application.port.out.AnswerRepository;
import dev.depict.domain.answer.Answer;
import dev.depict.domain.question.Question;
import dev.depict.sqlite.read.ReaderPool;
import java.util.Optional;

/** The answers in SQLite. */
record SqliteAnswerRepository(ReaderPool readers) implements AnswerRepository {
  @Override
  public Optional<Answer> find(Question question) {
    return readers.read(reader -> reader.newestAnswer(question));
  }
}
