package dev.depict.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * All contracts of the storage ports. An adapter's test extends this class and says how a store is
 * opened.
 */
public abstract class StoreContracts extends UpkeepContracts {
  protected StoreContracts() {}

  @Override
  protected abstract Store open(StoreSetting setting);

  @Nested
  final class IngestTest extends IngestContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class RequestIdTest extends RequestIdContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class TaskRepositoryTest extends TaskRepositoryContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class ListTest extends ListContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class TaskQueueTest extends TaskQueueContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class AttemptEndTest extends AttemptEndContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class DelayTest extends DelayContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class TwinTest extends TwinContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class InheritanceTest extends InheritanceContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class FencingTest extends FencingContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class RestartTest extends RestartContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class EventLogTest extends EventLogContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class MediaStoreTest extends MediaStoreContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class ChunkIndexTest extends ChunkIndexContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class QueueControlTest extends QueueControlContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class ExpenseTest extends ExpenseContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class LateExpenseTest extends LateExpenseContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class ForgivenessTest extends ForgivenessContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class BookkeepingTest extends BookkeepingContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class UsageBookTest extends UsageBookContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }

  @Nested
  final class KnownQuestionsTest extends KnownQuestionsContract {
    @Override
    protected Store open(StoreSetting setting) {
      return StoreContracts.this.open(setting);
    }
  }
}
