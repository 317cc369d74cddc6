package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.sqlite.error.StorageException;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
  @TempDir Path folder;

  private static SqliteStore open(Path dataDir) {
    return SqliteStore.open(
        dataDir, SqliteSettings.DEFAULT, new SettableClock(), "node-1", new SequentialIds());
  }

  @Test
  void a_file_that_is_no_database_is_named_with_a_remedy() throws IOException {
    Files.writeString(folder.resolve("depict.db"), "this is a shopping list ".repeat(500));

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(folder.resolve("depict.db").toString())
        .hasMessageContaining("not a database")
        .hasMessageContaining("move it away");
  }

  @Test
  void a_damaged_database_is_named_with_a_remedy() throws IOException {
    try (SqliteStore store = open(folder)) {
      for (int i = 0; i < 50; i++) {
        store.tasks().ingest(List.of(TaskFixtures.newTask("picture-" + i).build()));
      }
    }
    Path file = folder.resolve("depict.db");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4096; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("damaged");
  }

  @Test
  void a_database_of_a_newer_program_is_refused() throws SQLException {
    open(folder).close();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("depict.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 99");
    }

    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("newer Depict")
        .hasMessageContaining("99");
  }

  @Test
  void a_data_folder_that_is_a_file_is_refused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> open(file))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void a_folder_that_could_not_be_opened_is_not_left_locked() throws IOException {
    Files.writeString(folder.resolve("depict.db"), "no database ".repeat(500));
    assertThatThrownBy(() -> open(folder)).isInstanceOf(StorageException.class);

    assertThat(FolderLock.holder(folder)).isEmpty();
  }

  @Test
  void a_folder_may_have_any_name() {
    Path strange = folder.resolve("what? 100% #1 ü");

    try (SqliteStore store = open(strange)) {
      store.tasks().ingest(List.of(TaskFixtures.newTask("a").build()));
    }

    try (SqliteStore store = open(strange)) {
      assertThat(store.events().newest().sequence()).isEqualTo(1);
    }
  }
}
