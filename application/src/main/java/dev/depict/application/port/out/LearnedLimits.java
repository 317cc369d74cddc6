package dev.depict.application.port.out;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import java.util.List;
import java.util.Optional;

/**
 * What providers taught about their limits, so that a restart need not be taught again. Safe for
 * concurrent use.
 */
public interface LearnedLimits {
  /** Remembers. A later lesson of the same key and kind takes the place of the earlier one. */
  void learn(List<Lesson> lessons);

  /** What is known of a key, be it in force or not. */
  List<Lesson> of(QuotaKey key);

  /**
   * Forgets what is known of a key, or of all keys.
   *
   * @return what was known
   */
  List<Lesson> forget(Optional<QuotaKey> key);
}
