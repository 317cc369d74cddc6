package dev.depict.application.port.out;

import dev.depict.domain.answer.Answer;
import dev.depict.domain.question.Fingerprint;
import java.util.Optional;

/** The stored answers. Written by {@link TaskQueue#end} alone. */
public interface AnswerRepository {
  /** The newest answer to the question with this fingerprint. */
  Optional<Answer> find(Fingerprint fingerprint);
}
