package dev.depict.testkit.memory;

import dev.depict.application.port.out.Audit;
import dev.depict.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks what is kept in memory. */
final class InMemoryAudit implements Audit {
  private final Session session;

  InMemoryAudit(Session session) {
    this.session = session;
  }

  @Override
  public Findings run() {
    return session.change(() -> {
      List<Fault> faults = new ArrayList<>();
      for (Row row : session.database.rows.values()) {
        problems(row)
            .map(problem -> new Fault("tasks/" + row.id(), problem, "restore a backup"))
            .forEach(faults::add);
      }
      for (TaskStatus status : TaskStatus.values()) {
        long found =
            session.database.rows.values().stream().filter(row -> row.status == status).count();
        if (found != session.database.count(status)) {
          faults.add(new Fault("queue", "the count of " + status + " is wrong", "count again"));
        }
      }
      return new Findings(
          session.database.rows.size(), faults.stream().limit(Findings.MOST).toList());
    });
  }

  private Stream<String> problems(Row row) {
    List<String> problems = new ArrayList<>();
    if ((row.status == TaskStatus.PROCESSING) != row.lease.isPresent()) {
      problems.add(row.status + " does not go with its lease");
    }
    if ((row.status == TaskStatus.COMPLETED) != row.answer.isPresent()) {
      problems.add(row.status + " does not go with its answer");
    }
    if (row.status.isFinal() != row.finished.isPresent()) {
      problems.add(row.status + " does not go with its finish time");
    }
    if (row.live() && !session.database.media.containsKey(row.asked.media().digest())) {
      problems.add("its picture is not stored");
    }
    boolean leads = session.database.leaders.get(row.fingerprint) == row;
    if (leads != (row.live() && row.leader.isEmpty())) {
      problems.add("is not known as what it is, leader or twin");
    }
    row.leader
        .filter(leader -> !leader.live() || leader.twins.get(row.ordinal) != row)
        .ifPresent(leader -> problems.add("waits for tasks/" + leader.id() + " in vain"));
    return problems.stream();
  }
}
