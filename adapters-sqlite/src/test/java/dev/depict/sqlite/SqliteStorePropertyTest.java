package dev.depict.sqlite;

import dev.depict.testkit.contract.Store;
import dev.depict.testkit.contract.StoreSetting;
import dev.depict.testkit.property.Action;
import dev.depict.testkit.property.StoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;

class SqliteStorePropertyTest extends StoreProperties {
  private final Path folder = newFolder();

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("depict-properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Store open(StoreSetting setting) {
    return SqliteTestStore.open(folder.resolve("store"), setting, "OFF");
  }

  @AfterTry
  void remove_what_was_stored() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Property(tries = 60)
  void any_history_goes_as_the_model_says(@ForAll("histories") List<Action> history) {
    check(history);
  }
}
