package dev.depict.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The contracts of what callers do with many tasks, of restarts and of housekeeping. */
public abstract class UpkeepContracts {
  UpkeepContracts() {}

  /** Opens a store on new, empty data of its own, each time it is called. */
  protected abstract Store open(StoreSetting setting);

  @Nested
  final class AtomicIngestTest extends AtomicIngestContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class BulkChangeTest extends BulkChangeContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class OvertakenTest extends OvertakenContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class CrashBlameTest extends CrashBlameContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class SpoolTest extends SpoolContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class ReanalyzableTest extends ReanalyzableContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class CleanerTest extends CleanerContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class BacklogTest extends BacklogContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class LearnedLimitsTest extends LearnedLimitsContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }

  @Nested
  final class CrowdTest extends CrowdContract {
    @Override
    protected Store open(StoreSetting setting) {
      return UpkeepContracts.this.open(setting);
    }
  }
}
