package dev.depict.sqlite.change;

import dev.depict.application.port.out.NewTask;
import dev.depict.domain.task.TaskId;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionaries;
import dev.depict.sqlite.db.Sql;
import dev.depict.sqlite.db.Uuids;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Writes the rows of new tasks. */
final class TaskRows {
  private static final String TASK =
      """
      INSERT INTO task (ordinal, id, fingerprint, media, principal, quota, profile, status, lane,
        live, reused, estimate_tokens, estimate_cost, create_time, update_time, finish_time, ready,
        leader, answer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?14, ?14, ?, ?, ?, ?)
      """;
  private static final String TEXT =
      """
      INSERT INTO task_text (task, source, prompt, context, labels, request_id, supersedes)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LABEL = "INSERT INTO task_label (label, task) VALUES (?, ?)";

  private final Ledger ledger;
  private final Sql sql;

  TaskRows(Ledger ledger) {
    this.ledger = ledger;
    this.sql = ledger.sql();
  }

  void insert(Entry entry, Place place, long principal, long media) throws SQLException {
    NewTask task = entry.task();
    Dictionaries dictionaries = ledger.dictionaries();
    long ordinal = ++ledger.counters().task;
    long now = ledger.nowMillis();
    sql.update(
        TASK,
        ordinal,
        entry.id(),
        entry.fingerprint(),
        media,
        principal,
        dictionaries.quota(sql, task.estimate().key()),
        dictionaries.profile(sql, entry.profile()),
        Codes.STATUS.of(place.status()),
        Codes.LANE.of(task.lane()),
        place.leads() ? 1 : 0,
        place.reused() ? 1 : 0,
        task.estimate().inputTokens(),
        task.estimate().cost().value(),
        now,
        place.reused() ? now : null,
        place.leads() ? Transitions.ready(task.lane(), 0) : null,
        place.leader().isPresent() ? place.leader().getAsLong() : null,
        place.answer().isPresent() ? place.answer().getAsLong() : null);
    byte @Nullable [] supersedes =
        task.supersedes().map(TaskId::value).map(Uuids::bytes).orElse(null);
    sql.update(
        TEXT,
        ordinal,
        task.origin().source(),
        task.question().userPrompt(),
        task.question().contextText(),
        entry.labels(),
        task.origin().requestId().orElse(null),
        supersedes);
    for (String label : task.origin().labels()) {
      sql.update(LABEL, label, ordinal);
    }
  }
}
