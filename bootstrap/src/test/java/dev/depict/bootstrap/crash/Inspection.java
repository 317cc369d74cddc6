package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Server.Ready;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks into the data folder of a server that is not running, and remembers what was wrong. */
final class Inspection {
  private final Path data;
  private final Path copy;
  private final Set<String> lost = new TreeSet<>();
  private final Set<String> doubled = new TreeSet<>();
  private final List<String> findings = new ArrayList<>();
  private final List<Long> orphanMillis = new ArrayList<>();
  private Orphans orphans = Orphans.NONE;

  /**
   * Looks into a folder.
   *
   * @param copy where to copy its database to
   */
  Inspection(Path data, Path copy) {
    this.data = data;
    this.copy = copy;
  }

  /**
   * After a kill.
   *
   * @param ready when the killed server had come to listen; empty when it had not
   */
  void afterKill(int kill, List<Ack> acks, Optional<Ready> ready) throws IOException, SQLException {
    String when = "after kill " + kill + ": ";
    try (Snapshot snapshot = Snapshot.of(data, copy)) {
      compare(snapshot, acks, when);
      new DataCheck(snapshot)
          .findings(Rules.ALWAYS)
          .forEach(finding -> findings.add(when + finding));
      if (ready.isPresent()) {
        orphans.restarted(snapshot, ready.get().time()).ifPresent(orphanMillis::add);
        orphans = Orphans.in(snapshot);
      }
    }
  }

  /**
   * After the last server has done everything and was stopped.
   *
   * @param arrivals calls that came to the provider
   * @return how many tasks were acknowledged
   */
  int atTheEnd(List<Ack> acks, List<Change> watched, int arrivals)
      throws IOException, SQLException {
    try (Snapshot snapshot = Snapshot.of(data, copy)) {
      var check = new DataCheck(snapshot);
      findings.addAll(check.findings(Rules.ALWAYS));
      findings.addAll(check.findings(Rules.DONE));
      findings.addAll(check.contents());
      compareBooks(snapshot, arrivals);
      List<Change> stored = StoredChanges.in(snapshot);
      if (!stored.equals(watched)) {
        findings.add(difference(stored, watched));
      }
      return compare(snapshot, acks, "at the end: ").acknowledged();
    }
  }

  private AckCheck.Result compare(Snapshot snapshot, List<Ack> acks, String when)
      throws SQLException {
    AckCheck.Result result = AckCheck.of(snapshot, acks);
    result.lost().forEach(ack -> lost.add(when + ack));
    result.doubled().forEach(ack -> doubled.add(when + ack));
    return result;
  }

  /** Nothing is asked unbooked, and nothing twice but what a crash hid. */
  private void compareBooks(Snapshot snapshot, int arrivals) throws SQLException {
    long booked =
        snapshot.number("SELECT count(*) FROM attempt WHERE send_time IS NOT NULL OR state = 4");
    long answers = snapshot.number("SELECT count(*) FROM answer");
    long unknown = snapshot.number("SELECT count(*) FROM attempt WHERE state = 4");
    if (arrivals > booked || arrivals > answers + unknown) {
      findings.add(
          "%d calls arrived, but %d are booked, %d answers came and %d calls are unknown"
              .formatted(arrivals, booked, answers, unknown));
    }
  }

  private static String difference(List<Change> stored, List<Change> watched) {
    int same = 0;
    while (same < Math.min(stored.size(), watched.size())
        && stored.get(same).equals(watched.get(same))) {
      same++;
    }
    return "the watcher has seen %d changes of %d; they differ from number %d on: %s, stored is %s"
        .formatted(
            watched.size(),
            stored.size(),
            same + 1,
            watched.stream().skip(same).limit(2).toList(),
            stored.stream().skip(same).limit(2).toList());
  }

  void add(List<String> faults) {
    findings.addAll(faults);
  }

  Set<String> lost() {
    return lost;
  }

  Set<String> doubled() {
    return doubled;
  }

  List<String> findings() {
    return findings;
  }

  /** From listening to the first orphan running again. */
  List<Long> orphanMillis() {
    return orphanMillis;
  }
}
