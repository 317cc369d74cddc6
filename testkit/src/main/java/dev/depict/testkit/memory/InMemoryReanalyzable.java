package dev.depict.testkit.memory;

import dev.depict.application.port.out.Reanalyzable;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskFilter;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Completed tasks that no other one supersedes, in memory. */
final class InMemoryReanalyzable implements Reanalyzable {
  private final Session session;

  InMemoryReanalyzable(Session session) {
    this.session = session;
  }

  @Override
  public List<Task> find(
      TaskFilter filter, Optional<String> answeredBy, Optional<TaskId> before, int limit) {
    return session.change(() -> {
      Set<TaskId> superseded =
          session.database.rows.values().stream()
              .flatMap(row -> row.asked.supersedes().stream())
              .collect(Collectors.toSet());
      return session
          .database
          .newestBefore(before)
          .filter(row -> row.status == TaskStatus.COMPLETED && !superseded.contains(row.id()))
          .filter(row -> answeredBy.map(model -> answered(row, model)).orElse(true))
          .map(Row::task)
          .filter(filter::matches)
          .limit(limit)
          .toList();
    });
  }

  private static boolean answered(Row row, String model) {
    return row.answer
        .filter(answer -> answer.provenance().modelAnswered().equals(model))
        .isPresent();
  }
}
