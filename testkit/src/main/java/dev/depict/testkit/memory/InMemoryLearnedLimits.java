package dev.depict.testkit.memory;

import dev.depict.application.port.out.LearnedLimits;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import java.util.List;
import java.util.Optional;

/** What providers taught, in memory. */
final class InMemoryLearnedLimits implements LearnedLimits {
  private final Session session;

  InMemoryLearnedLimits(Session session) {
    this.session = session;
  }

  @Override
  public void learn(List<Lesson> lessons) {
    session.run(() -> {
      for (Lesson lesson : lessons) {
        session.database.lessons.removeIf(
            known -> known.key().equals(lesson.key()) && known.kind() == lesson.kind());
        session.database.lessons.add(lesson);
      }
    });
  }

  @Override
  public List<Lesson> of(QuotaKey key) {
    return session.change(() -> known(Optional.of(key)));
  }

  @Override
  public List<Lesson> forget(Optional<QuotaKey> key) {
    return session.change(() -> {
      List<Lesson> known = known(key);
      session.database.lessons.removeAll(known);
      return known;
    });
  }

  private List<Lesson> known(Optional<QuotaKey> key) {
    return session.database.lessons.stream()
        .filter(lesson -> key.isEmpty() || lesson.key().equals(key.get()))
        .toList();
  }
}
