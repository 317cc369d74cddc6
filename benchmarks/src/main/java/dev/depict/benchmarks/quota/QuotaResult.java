package dev.depict.benchmarks.quota;

/**
 * What came of one run.
 *
 * @param counting how the provider counted
 * @param counted permitted calls that arrived within the measured time
 * @param workWasLeft whether there were more pictures than arrivals; else the use tells nothing
 * @param killed what a kill was like; empty when there was none
 */
record QuotaResult(String counting, Books books, long counted, boolean workWasLeft, String killed) {

  boolean isGood() {
    return books.throttled() == 0 && workWasLeft;
  }

  void print(QuotaSettings settings) {
    int allowed = settings.rpm() * settings.minutes();
    System.out.printf(
        "%-8s 429: %d   use: %.1f %% (%d of %d calls)   most in any 60 s: %d   minute by minute: %s%n",
        counting,
        books.throttled(),
        100.0 * counted / allowed,
        counted,
        allowed,
        books.busiestMinute(),
        books.byMinute(settings.minutes()));
    if (!killed.isEmpty()) {
      System.out.println("         " + killed);
    }
    if (!workWasLeft) {
      System.out.println("         the work ran out: the use tells nothing");
    }
  }
}
