package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.depict.sqlite.error.StorageException;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  private SqliteStore open() {
    return SqliteStore.open(
        folder, SqliteSettings.DEFAULT, new SettableClock(), "node-1", new SequentialIds());
  }

  @Test
  void a_second_server_is_told_who_holds_the_folder() {
    try (SqliteStore store = open()) {
      store.lock().announce("127.0.0.1:50051");

      assertThatThrownBy(this::open)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("at 127.0.0.1:50051");
    }
  }

  @Test
  void a_client_finds_the_server_while_it_runs_and_nobody_after() {
    try (SqliteStore store = open()) {
      assertThat(FolderLock.holder(folder))
          .contains(new FolderLock.Holder(ProcessHandle.current().pid(), Optional.empty()));
      store.lock().announce("[::1]:7");
      assertThat(FolderLock.holder(folder))
          .contains(new FolderLock.Holder(ProcessHandle.current().pid(), Optional.of("[::1]:7")));
    }
    assertThat(FolderLock.holder(folder)).isEmpty();
    open().close();
  }

  @Test
  void a_lock_file_left_behind_by_a_crash_holds_nobody_up() throws IOException {
    Files.writeString(folder.resolve("depict.lock"), "4711\n127.0.0.1:50051\n");

    assertThat(FolderLock.holder(folder)).isEmpty();
    open().close();
  }

  @Test
  void a_folder_that_does_not_exist_is_held_by_nobody() {
    assertThat(FolderLock.holder(folder.resolve("nowhere"))).isEmpty();
  }

  @Test
  void only_the_owner_may_look_into_the_folder() throws IOException {
    try (SqliteStore store = open()) {
      assertThat(store.lock()).isNotNull();
      assertThat(Files.getPosixFilePermissions(folder))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThat(Files.getPosixFilePermissions(folder.resolve("depict.lock")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
