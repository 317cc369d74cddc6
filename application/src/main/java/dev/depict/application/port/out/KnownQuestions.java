package dev.depict.application.port.out;

import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import java.util.List;
import java.util.Set;

/** Tells which questions need no call of their own. Reads only; a snapshot. */
public interface KnownQuestions {
  /** Those of the questions that have a stored answer. */
  Set<Fingerprint> answered(List<Question> questions);

  /** Those of the questions that a waiting or running task works on. */
  Set<Fingerprint> underWay(List<Question> questions);
}
