package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.NewTask;
import dev.depict.testkit.fixture.TaskFixtures;
import dev.depict.testkit.time.SequentialIds;
import dev.depict.testkit.time.SettableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFileTest {
  @TempDir Path folder;

  @Test
  void a_large_picture_is_a_whole_file_under_its_digest_and_a_small_one_is_none()
      throws IOException {
    var large = new byte[200_000];
    new SplittableRandom(1).nextBytes(large);
    NewTask task = TaskFixtures.newTask("large").withPicture(large).build();
    try (SqliteStore store =
        SqliteStore.open(
            folder, SqliteSettings.DEFAULT, new SettableClock(), "node-1", new SequentialIds())) {
      store.tasks().ingest(List.of(task, TaskFixtures.newTask("small").build()));

      try (InputStream content = store.media().open(task.media().digest()).orElseThrow()) {
        assertThat(content.readAllBytes()).isEqualTo(large);
      }
    }
    String hex = task.media().digest().hex();
    try (Stream<Path> files = Files.walk(folder.resolve("media"))) {
      assertThat(files.filter(Files::isRegularFile))
          .containsExactly(
              folder.resolve("media").resolve(hex.substring(0, 2)).resolve(hex.substring(2)));
    }
  }
}
