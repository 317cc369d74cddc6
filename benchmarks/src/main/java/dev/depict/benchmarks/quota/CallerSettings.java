package dev.depict.benchmarks.quota;

import java.util.ArrayList;
import java.util.List;

/**
 * What is measured.
 *
 * @param quota the limit, and how the provider behaves
 * @param few pictures of a first run
 * @param backlog tasks that wait before the first caller comes
 * @param tries callers, one after the other
 */
record CallerSettings(QuotaSettings quota, int few, int backlog, int tries) {
  static final String USAGE =
      "caller-quota [--rpm 15] [--tries 20] [--latency 50..2000] [--network 0..200]"
          + " [--preparation 20..500]";

  private static final String TRIES = "--tries";
  private static final int FEW = 10;
  private static final int BACKLOG = 1_000;

  /**
   * Reads the options.
   *
   * @throws IllegalArgumentException if they are not understood; its message is for the user
   */
  static CallerSettings read(List<String> options) {
    var others = new ArrayList<>(List.of("--rpm", "15"));
    others.addAll(options);
    int tries = 20;
    int place = others.indexOf(TRIES);
    if (place >= 0 && place + 1 < others.size()) {
      tries = QuotaSettings.number(TRIES, others.get(place + 1));
      others.subList(place, place + 2).clear();
    }
    if (tries < 1) {
      throw new IllegalArgumentException(TRIES + " is at least 1");
    }
    return new CallerSettings(QuotaSettings.read(others), FEW, BACKLOG, tries);
  }

  void print() {
    System.out.printf(
        "caller-quota: %d requests a minute, a turn every %d ms; network %s ms, answers after %s"
            + " ms, preparation %s ms on an idle machine; %d SYNC callers, one after the other,"
            + " before a backlog of %,d%n",
        quota.rpm(),
        quota.interval().toMillis(),
        quota.network(),
        quota.latency(),
        quota.preparation(),
        tries,
        backlog);
  }
}
