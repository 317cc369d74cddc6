package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Ack.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether everything that was acknowledged is stored, and once. */
final class AckCheck {
  private static final int CANCELLED = 7;
  private static final int RETRIED = 8;

  /**
   * What became of the acknowledgements.
   *
   * @param acknowledged tasks
   * @param lost what is not there any more
   * @param doubled what is there more than once
   */
  record Result(int acknowledged, List<String> lost, List<String> doubled) {}

  /** A stored task; the answer's UUID is empty when there is none. */
  private record Stored(String digest, int failures, int cancels, int retries, String answer) {}

  private final List<String> lost = new ArrayList<>();
  private final List<String> doubled = new ArrayList<>();
  private final Set<String> pictures;
  private final Map<String, Stored> tasks;
  private final Set<String> gone;
  private final Set<String> mayBeGone;
  private final Map<String, String> keptRequests = new HashMap<>();
  private final Map<String, List<String>> requests;

  private AckCheck(Snapshot snapshot, Set<Ack> acks) throws SQLException {
    mayBeGone =
        acks.stream()
            .filter(ack -> ack.kind() == Kind.DELETING)
            .map(Ack::task)
            .collect(Collectors.toSet());
    gone =
        new HashSet<>(
            snapshot.all("SELECT hex(id) FROM tombstone", row -> lower(row.getString(1))));
    pictures =
        new HashSet<>(
            snapshot.all("SELECT hex(digest) FROM media", row -> lower(row.getString(1))));
    tasks = new HashMap<>();
    snapshot.all(
        """
        SELECT hex(t.id), hex(m.digest), hex(a.id), total(e.type = 6), total(e.type = 7),
          total(e.type = 8)
        FROM task t LEFT JOIN media m ON m.ordinal = t.media
          LEFT JOIN answer a ON a.ordinal = t.answer LEFT JOIN event e ON e.task = t.ordinal
        GROUP BY t.ordinal
        """,
        row ->
            tasks.put(
                lower(row.getString(1)),
                new Stored(
                    lower(row.getString(2)),
                    row.getInt(4),
                    row.getInt(5),
                    row.getInt(6),
                    lower(row.getString(3)))));
    snapshot.all(
        "SELECT request_id, hex(task) FROM request",
        row -> keptRequests.put(row.getString(1), lower(row.getString(2))));
    requests =
        snapshot
            .all(
                """
                SELECT x.request_id, hex(t.id) FROM task_text x JOIN task t ON t.ordinal = x.task
                WHERE x.request_id IS NOT NULL
                """,
                row -> new String[] {row.getString(1), lower(row.getString(2))})
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));
  }

  static Result of(Snapshot snapshot, List<Ack> acks) throws SQLException {
    Set<Ack> different = new HashSet<>(acks);
    var check = new AckCheck(snapshot, different);
    different.forEach(check::see);
    check.requests.forEach((id, made) -> {
      if (made.size() > 1) {
        check.doubled.add("request %s has the tasks %s".formatted(id, made));
      }
    });
    long created = different.stream().filter(ack -> ack.kind() == Kind.CREATED).count();
    return new Result((int) created, check.lost, check.doubled);
  }

  private void see(Ack ack) {
    if (ack.kind() == Kind.UPLOADED) {
      keep(pictures.contains(ack.value()), ack);
      return;
    }
    Stored task = tasks.get(ack.task());
    if (ack.kind() == Kind.DELETED) {
      keep(task == null && gone.contains(ack.task()), ack);
      return;
    }
    if (task == null) {
      boolean deleted = gone.contains(ack.task()) && mayBeGone.contains(ack.task());
      if (ack.kind() == Kind.CREATED && !deleted) {
        lost.add("task " + ack.task());
      }
      if (ack.kind() == Kind.REQUEST) {
        keep(ack.task().equals(keptRequests.get(ack.value())), ack);
        keep(!requests.containsKey(ack.value()), ack);
      }
      return;
    }
    switch (ack.kind()) {
      case CREATED -> keep(task.digest().equals(ack.value()), ack);
      case REQUEST -> keep(requests.getOrDefault(ack.value(), List.of()).contains(ack.task()), ack);
      case ANSWERED -> keep(task.answer().equals(ack.value()), ack);
      case CANCELLED -> count(task.cancels(), 1, CANCELLED, ack);
      // One that was not acknowledged may have come before a failure.
      case RETRIED -> count(task.retries(), 1 + task.failures(), RETRIED, ack);
      case DELETING, DELETED, UPLOADED -> {}
    }
  }

  private void count(int times, int atMost, int type, Ack ack) {
    keep(times > 0, ack);
    if (times > atMost) {
      doubled.add("%d events of type %d for %s".formatted(times, type, ack));
    }
  }

  private void keep(boolean kept, Ack ack) {
    if (!kept) {
      lost.add(ack.toString());
    }
  }

  private static String lower(@Nullable String hex) {
    return hex == null ? "" : hex.toLowerCase(Locale.ROOT);
  }
}
