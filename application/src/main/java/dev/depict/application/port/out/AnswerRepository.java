package dev.depict.application.port.out;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.question.Question;
import java.util.Optional;

/** The stored answers. Written by {@link TaskQueue#end} alone. */
public interface AnswerRepository {
  /** The newest answer to the question. */
  Optional<Answer> find(Question question);
}
