package dev.depict.testkit.property;

import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.memory.InMemoryStore;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InMemoryStorePropertyTest extends StoreProperties {
  @Override
  protected Store open(StoreSetting setting) {
    return new InMemoryStore(setting);
  }

  @Property(tries = 2_000)
  void any_history_goes_as_the_model_says(@ForAll("histories") List<Action> history) {
    check(history);
  }
}
