package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Task;
import dev.depict.testkit.analyzer.Outcomes;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every limiter, however much it allows. */
public abstract class RateLimiterContract {
  /** How many permissions a limiter under this contract has to have at once, at least. */
  protected static final int BURST = 8;

  private final Task task = TaskFixtures.task(TaskFixtures.newTask("a.png"));

  protected RateLimiterContract() {}

  /**
   * The one limiter of this test, unused so far, which allows {@link #BURST} requests for tasks of
   * {@link TaskFixtures#KEY}.
   */
  protected abstract RateLimiter limiter();

  private Grant acquire() {
    Permit permit = limiter().acquire(task, 1);
    assertThat(permit).isInstanceOf(Permit.Granted.class);
    return ((Permit.Granted) permit).grant();
  }

  @Test
  void a_grant_names_the_task_it_is_for() {
    assertThat(acquire().task()).isEqualTo(task);
  }

  @Test
  void grants_are_told_apart_also_when_many_ask_at_once() {
    List<Grant> grants = Together.run(BURST, number -> acquire());
    assertThat(grants).extracting(Grant::number).doesNotHaveDuplicates();
  }

  @Test
  void a_key_that_would_be_granted_has_nothing_to_wait_for() {
    assertThat(limiter().state(TaskFixtures.KEY)).isEmpty();
    acquire();
  }

  @Test
  void what_is_given_back_can_be_had_again() {
    for (int round = 0; round < 10 * BURST; round++) {
      limiter().giveBack(acquire());
    }
    acquire();
  }

  @Test
  void a_grant_is_settled_with_what_came_of_it() {
    Grant grant = acquire();
    limiter().sent(grant);
    limiter().settle(grant, Outcomes.answered("a cat"));
    acquire();
  }

  @Test
  void a_refused_picture_keeps_no_other_from_being_sent() {
    Grant grant = acquire();
    limiter().sent(grant);
    limiter().settle(grant, Outcomes.refused(FailureClass.BLOCKED));
    assertThat(limiter().state(TaskFixtures.KEY)).isEmpty();
    acquire();
  }

  @Test
  void a_limiter_that_holds_nothing_to_be_out_of_order_has_nothing_to_find_out() {
    Grant grant = acquire();
    limiter().sent(grant);
    limiter().settle(grant, Outcomes.answered("a cat"));
    assertThat(limiter().probe()).isEmpty();
  }
}
