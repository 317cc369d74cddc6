package dev.depict.testkit.property;

import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/**
 * What holds for every history of the storage ports of an adapter. The adapter's test extends this
 * class, says how a store is opened, and has a property of as many tries as it can afford:
 *
 * <pre>{@code
 * @Property(tries = 100)
 * void any_history_goes_as_the_model_says(@ForAll("histories") List<Action> history) {
 *   check(history);
 * }
 * }</pre>
 */
public abstract class StoreProperties {
  protected StoreProperties() {}

  /** Opens a store on new, empty data of its own, each time it is called. */
  protected abstract Store open(StoreSetting setting);

  /** Random histories. */
  @Provide
  public Arbitrary<List<Action>> histories() {
    return Histories.any();
  }

  /**
   * Lets a new store live through a history.
   *
   * @throws AssertionError at the first step at which it is not as the model says
   */
  protected final void check(List<Action> history) {
    try (Trial trial = new Trial(this::open)) {
      trial.run(history);
    }
  }
}
