package dev.depict.benchmarks.quota;

/** Milliseconds from the shortest to the longest, both included. */
record Range(int shortest, int longest) {
  static Range of(String option, String text) {
    int dots = text.indexOf("..");
    int shortest = QuotaSettings.number(option, dots < 0 ? text : text.substring(0, dots));
    int longest = QuotaSettings.number(option, dots < 0 ? text : text.substring(dots + 2));
    if (shortest > longest) {
      throw new IllegalArgumentException(
          option + " needs MIN..MAX in milliseconds, not '" + text + "'");
    }
    return new Range(shortest, longest);
  }

  /** As on the command line: {@code 50..2000}. */
  @Override
  public String toString() {
    return shortest + ".." + longest;
  }
}
