package dev.depict.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.RateLimiter;
import dev.depict.application.port.out.RateLimiter.Grant;
import dev.depict.application.port.out.RateLimiter.Permit;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.quota.Estimate;
import dev.depict.testkit.fixture.TaskFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every limiter, however much it allows. */
public abstract class RateLimiterContract {
  /** How many permissions a limiter under this contract has to have at once, at least. */
  protected static final int BURST = 8;

  private static final Estimate AMOUNT = Estimate.free(TaskFixtures.KEY);

  protected RateLimiterContract() {}

  /** The one limiter of this test, unused so far, which allows {@link #BURST} requests. */
  protected abstract RateLimiter limiter();

  private Grant acquire() {
    Permit permit = limiter().acquire(AMOUNT);
    assertThat(permit).isInstanceOf(Permit.Granted.class);
    return ((Permit.Granted) permit).grant();
  }

  @Test
  void a_grant_names_what_was_asked_for() {
    assertThat(acquire().amount()).isEqualTo(AMOUNT);
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
  void a_grant_can_be_settled_with_what_it_took() {
    limiter().settle(acquire(), new Usage(300, 20, 0, 0));
    acquire();
  }
}
