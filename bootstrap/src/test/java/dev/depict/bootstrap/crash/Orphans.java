package dev.depict.bootstrap.crash;

import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Whether anything ran when a server was killed.
 *
 * @param running how many tasks did
 * @param last the number of the last event before the kill
 */
record Orphans(long running, long last) {
  static final Orphans NONE = new Orphans(0, 0);

  static Orphans in(Snapshot snapshot) throws SQLException {
    return new Orphans(
        snapshot.number("SELECT count(*) FROM task WHERE status = 1"),
        snapshot.number("SELECT max(sequence) FROM event"));
  }

  /** From being ready to the first of them running again, in milliseconds. */
  OptionalLong restarted(Snapshot later, Instant ready) throws SQLException {
    if (running == 0) {
      return OptionalLong.empty();
    }
    long time =
        later.number(
            """
            SELECT min(s.time) FROM event s WHERE s.type = 2 AND s.sequence > %1$d AND s.task IN
              (SELECT g.task FROM event g WHERE g.type = 4 AND g.sequence > %1$d
                AND g.sequence < s.sequence)
            """
                .formatted(last));
    return time == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.max(0, time - ready.toEpochMilli()));
  }
}
