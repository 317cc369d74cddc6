package dev.depict.sqlite;

import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreContracts;
import dev.depict.testkit.contract.StoreSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends StoreContracts {
  @TempDir static Path folder;

  @Override
  protected Store open(StoreSetting setting) {
    try {
      return SqliteTestStore.open(Files.createTempDirectory(folder, "store"), setting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
