package dev.depict.testkit.property;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.testkit.fixture.NewTaskBuilder;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;

/**
 * One of a few questions, so that many tasks ask the same.
 *
 * @param number from 0
 */
record Question(int number) {
  static final int COUNT = 5;
  static final List<QuotaKey> KEYS = List.of(TaskFixtures.KEY, TaskFixtures.OTHER_KEY);

  /** Every fourth one draws on another key. */
  QuotaKey key() {
    return KEYS.get(number % 4 == 3 ? 1 : 0);
  }

  NewTaskBuilder newTask() {
    return TaskFixtures.newTask("q" + number).on(key());
  }
}
