package dev.depict.testkit.memory;

import dev.depict.application.port.out.KnownQuestions;
import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The questions that need no call, in memory. */
final class InMemoryKnownQuestions implements KnownQuestions {
  private final Session session;

  InMemoryKnownQuestions(Session session) {
    this.session = session;
  }

  @Override
  public Set<Fingerprint> answered(List<Question> questions) {
    return session.change(() -> among(questions, session.database.answers.keySet()));
  }

  @Override
  public Set<Fingerprint> underWay(List<Question> questions) {
    return session.change(() -> among(questions, session.database.leaders.keySet()));
  }

  private static Set<Fingerprint> among(List<Question> questions, Set<Fingerprint> known) {
    return questions.stream()
        .map(Question::fingerprint)
        .filter(known::contains)
        .collect(Collectors.toUnmodifiableSet());
  }
}
