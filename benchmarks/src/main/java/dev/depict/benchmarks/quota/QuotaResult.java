package dev.depict.benchmarks.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of one run.
 *
 * @param pictures how many there were
 * @param server what it says of its limits and of what failed, at the end
 */
record QuotaResult(
    QuotaSettings settings,
    String counting,
    Books books,
    int pictures,
    Optional<Kill> kill,
    String server) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** When the server was killed, and listened again. */
  record Kill(Instant time, Instant ready) {}

  boolean isGood() {
    return books.throttled() <= settings.lessons() && workWasLeft();
  }

  /** Else the use tells nothing. */
  private boolean workWasLeft() {
    return books.count(books.first(), settings.measured()) < pictures;
  }

  static void printHead() {
    System.out.printf(
        "%7s %-8s %7s %15s %5s %9s %9s  %s%n",
        "rpm", "counting", "use", "calls", "429s", "any 60 s", "at once", "minute by minute");
  }

  void print() {
    long counted = books.permitted(books.first(), settings.measured());
    int allowed = settings.rpm() * settings.minutes();
    System.out.printf(
        "%7d %-8s %5.2f %% %15s %5d %9d %9d  %s%n",
        settings.rpm(),
        counting,
        100.0 * counted / allowed,
        counted + "/" + allowed,
        books.throttled(),
        books.busiestMinute(),
        books.mostUnderWay(),
        books.byMinute(settings.minutes()));
    kill.ifPresent(this::print);
    System.out.println("        the server: " + server);
    if (!workWasLeft()) {
      System.out.println("         the work ran out: the use tells nothing");
    }
  }

  private void print(Kill killed) {
    Instant silent = killed.time().plusMillis(settings.network().longest());
    System.out.printf(
        "        killed at %.1f s with %d calls in the last minute; listening after %d ms, the next"
            + " call counted after %s ms%n",
        Duration.between(books.first(), killed.time()).toMillis() / 1e3,
        books.count(killed.time().minus(MINUTE), MINUTE),
        Duration.between(killed.time(), killed.ready()).toMillis(),
        books
            .firstAfter(silent)
            .map(next -> Long.toString(Duration.between(killed.time(), next).toMillis()))
            .orElse("no"));
  }
}
