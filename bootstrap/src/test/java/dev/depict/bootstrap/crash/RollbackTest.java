package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {
  @TempDir Path work;
  private Path folder;
  private Path file;

  @BeforeEach
  void write_a_file_that_has_changed() throws IOException {
    folder = Files.createDirectory(work.resolve("data"));
    file = Files.writeString(folder.resolve("file"), "abXYZ");
  }

  private static JournalRecord record(int begin, char kind, String path, String other) {
    return new JournalRecord(begin, kind, path, other, 0, 0, 0, new byte[0]);
  }

  /** XYZ was written over c, which had been the end. */
  private static JournalRecord write(int begin) {
    byte[] old = "c".getBytes(StandardCharsets.UTF_8);
    return new JournalRecord(begin, JournalRecord.WRITE, "file", "", 2, 3, 3, old);
  }

  private static JournalRecord sync(int begin, String path, int began) {
    return new JournalRecord(begin, JournalRecord.SYNC, path, "", began, 0, 0, new byte[0]);
  }

  private void lose(double kept, JournalRecord... records) throws IOException {
    new Rollback(folder, work, new Random(1)).apply(Journal.unsynced(List.of(records)), kept);
  }

  @Test
  void a_write_that_was_not_synced_is_taken_back() throws IOException {
    lose(0, write(0));

    assertThat(file).hasContent("abc");
  }

  @Test
  void a_write_that_was_synced_stays() throws IOException {
    lose(0, write(0), sync(10, "file", 10));

    assertThat(file).hasContent("abXYZ");
  }

  @Test
  void a_sync_that_began_before_the_write_or_of_another_file_is_none() throws IOException {
    lose(0, write(5), sync(10, "file", 5), sync(20, "other", 20), sync(30, "", 30));

    assertThat(file).hasContent("abc");
  }

  @Test
  void a_disk_may_have_kept_what_was_not_synced() throws IOException {
    lose(1, write(0));

    assertThat(file).hasContent("abXYZ");
  }

  @Test
  void a_name_stays_only_when_its_folder_was_synced() throws IOException {
    JournalRecord created = record(0, JournalRecord.CREATE, "file", "");
    lose(0, created, sync(10, "", 10));
    assertThat(file).exists();

    lose(0, created, sync(10, "file", 10));

    assertThat(file).doesNotExist();
  }

  @Test
  void a_renamed_and_a_removed_file_are_back() throws IOException {
    Files.writeString(work.resolve("kept"), "removed");

    lose(
        0,
        record(0, JournalRecord.UNLINK, "gone", "kept"),
        record(1, JournalRecord.RENAME, "before", "file"));

    assertThat(folder.resolve("gone")).hasContent("removed");
    assertThat(folder.resolve("before")).hasContent("abXYZ");
    assertThat(file).doesNotExist();
  }
}
