package dev.depict.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.domain.task.EventType;
import dev.depict.domain.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateMachineChartTest {
  private static final Pattern ROW = Pattern.compile("\\| ([A-Z_]+) \\| ([^|]+) \\| ([^|]+) \\|.*");

  @Test
  void the_table_in_the_documentation_is_the_table_in_the_code() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "state-machine.md"));
    Set<EventType> documented = EnumSet.noneOf(EventType.class);
    for (String line : lines) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        EventType type = EventType.valueOf(row.group(1));
        documented.add(type);
        List<Optional<TaskStatus>> from = statuses(row.group(2));
        List<Optional<TaskStatus>> to = statuses(row.group(3));
        for (Optional<TaskStatus> before : everyStatus()) {
          for (Optional<TaskStatus> after : everyStatus()) {
            assertThat(type.leads(before, after))
                .as("%s from %s to %s", type, before, after)
                .isEqualTo(from.contains(before) && to.contains(after));
          }
        }
      }
    }
    assertThat(documented).containsExactlyInAnyOrder(EventType.values());
  }

  private static List<Optional<TaskStatus>> everyStatus() {
    return Stream.concat(
            Stream.of(Optional.<TaskStatus>empty()),
            Arrays.stream(TaskStatus.values()).map(Optional::of))
        .toList();
  }

  private static List<Optional<TaskStatus>> statuses(String cell) {
    if (cell.strip().equals("(none)")) {
      return List.of(Optional.empty());
    }
    return Arrays.stream(cell.strip().split(", "))
        .map(name -> Optional.of(TaskStatus.valueOf(name)))
        .toList();
  }
}
