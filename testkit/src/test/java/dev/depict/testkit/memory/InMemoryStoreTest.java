package dev.depict.testkit.memory;

import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreContracts;
import dev.depict.testkit.contract.StoreSetting;

final class InMemoryStoreTest extends StoreContracts {
  @Override
  protected Store open(StoreSetting setting) {
    return new InMemoryStore(setting);
  }
}
