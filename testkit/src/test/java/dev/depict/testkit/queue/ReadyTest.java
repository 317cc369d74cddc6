package dev.depict.testkit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Ready;
import dev.depict.application.port.out.Ready.Newcomers;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Task;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadyTest {
  private static Task task(Lane lane) {
    return TaskFixtures.task(TaskFixtures.newTask("a").in(lane));
  }

  private static Ready newcomer(Lane lane) {
    return Ready.newcomer(task(lane));
  }

  private static Newcomers newcomers(Ready ready) {
    return Objects.requireNonNull(ready.newcomers().get(TaskFixtures.KEY));
  }

  @Test
  void few_newcomers_are_told_in_their_order() {
    Task first = task(Lane.NORMAL);
    Task second = task(Lane.BULK);

    Ready both = Ready.newcomer(first).and(Ready.newcomer(second));

    assertThat(newcomers(both)).isEqualTo(new Newcomers(Lane.NORMAL, List.of(first, second)));
  }

  @Test
  void of_many_newcomers_the_most_urgent_lane_is_told() {
    Ready many = Ready.NOTHING;
    for (int number = 0; number < 9; number++) {
      many = many.and(newcomer(Lane.BULK));
    }
    assertThat(newcomers(many)).isEqualTo(new Newcomers(Lane.BULK, List.of()));

    assertThat(many.and(newcomer(Lane.BULK))).isSameAs(many);
    Newcomers urgent = newcomers(many.and(newcomer(Lane.INTERACTIVE)));
    assertThat(urgent).isEqualTo(new Newcomers(Lane.INTERACTIVE, List.of()));
    assertThat(newcomers(newcomer(Lane.INTERACTIVE).and(many))).isEqualTo(urgent);
  }

  @Test
  void anything_stands_for_all() {
    Ready one = newcomer(Lane.NORMAL);

    assertThat(one.and(Ready.ANYTHING)).isEqualTo(Ready.ANYTHING);
    assertThat(Ready.ANYTHING.and(one)).isEqualTo(Ready.ANYTHING);
    assertThat(Ready.NOTHING.and(one)).isEqualTo(one);
    assertThat(one.and(Ready.NOTHING)).isEqualTo(one);
    assertThat(Ready.NOTHING.isNothing()).isTrue();
  }
}
