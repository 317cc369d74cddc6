package dev.depict.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.TaskId;
import dev.depict.testkit.fixture.TaskFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparingFileTest {
  @TempDir Path folder;

  private static List<TaskId> tasks(int count) {
    return Stream.generate(TaskFixtures::unknownTask).limit(count).toList();
  }

  /** Opens the file as the next process would, while nothing was closed. */
  private List<TaskId> leftIfTheProcessDiedNow() throws IOException {
    byte[] content = Files.readAllBytes(folder.resolve("preparing"));
    Path copy = Files.createTempDirectory(folder, "copy");
    Files.write(copy.resolve("preparing"), content);
    try (PreparingFile next = PreparingFile.open(copy)) {
      return next.left();
    }
  }

  @Test
  void a_dead_process_leaves_those_it_was_touching() throws IOException {
    List<TaskId> tasks = tasks(3);
    try (PreparingFile file = PreparingFile.open(folder)) {
      tasks.forEach(file::begin);
      file.end(tasks.get(1));

      assertThat(leftIfTheProcessDiedNow()).containsExactlyInAnyOrder(tasks.get(0), tasks.get(2));
    }
  }

  @Test
  void slots_are_used_again() throws IOException {
    try (PreparingFile file = PreparingFile.open(folder)) {
      for (TaskId task : tasks(100)) {
        file.begin(task);
        file.end(task);
      }

      assertThat(leftIfTheProcessDiedNow()).isEmpty();
      assertThat(Files.size(folder.resolve("preparing"))).isEqualTo(16);
    }
  }

  @Test
  void a_task_that_two_prepare_stays_until_both_have_ended() throws IOException {
    TaskId task = TaskFixtures.unknownTask();
    try (PreparingFile file = PreparingFile.open(folder)) {
      file.begin(task);
      file.begin(task);
      file.end(task);
      assertThat(leftIfTheProcessDiedNow()).containsExactly(task);

      file.end(task);
      file.end(task);
      assertThat(leftIfTheProcessDiedNow()).isEmpty();
    }
  }

  @Test
  void a_process_that_ends_in_order_leaves_nothing() {
    try (PreparingFile file = PreparingFile.open(folder)) {
      tasks(3).forEach(file::begin);
    }
    try (PreparingFile file = PreparingFile.open(folder)) {
      assertThat(file.left()).isEmpty();
    }
  }

  @Test
  void what_was_left_stays_until_it_is_dealt_with_beside_what_begins() throws IOException {
    List<TaskId> left = tasks(2);
    TaskId begun = TaskFixtures.unknownTask();
    write(left);
    PreparingFile.open(folder).close();
    try (PreparingFile file = PreparingFile.open(folder)) {
      assertThat(file.left()).containsExactlyElementsOf(left);
      file.begin(begun);
      assertThat(leftIfTheProcessDiedNow()).hasSize(3).contains(begun);

      file.forget();
      assertThat(leftIfTheProcessDiedNow()).containsExactly(begun);
    }
  }

  private void write(List<TaskId> tasks) throws IOException {
    byte[] content;
    try (PreparingFile file = PreparingFile.open(folder)) {
      tasks.forEach(file::begin);
      content = Files.readAllBytes(folder.resolve("preparing"));
    }
    Files.write(folder.resolve("preparing"), content);
  }

  @Test
  void nobody_else_may_read_it() throws IOException {
    PreparingFile.open(folder).close();

    assertThat(Files.getPosixFilePermissions(folder.resolve("preparing")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
