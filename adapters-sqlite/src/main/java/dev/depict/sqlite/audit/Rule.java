package dev.depict.sqlite.audit;

/**
 * Something that has to hold for every row of a table.
 *
 * @param subject what the statement returns: those for which it does not hold
 * @param from the statement behind {@code SELECT subject}; {@code ?1} and {@code ?2} are the bounds
 *     of a page, the first one not part of it
 */
record Rule(Subject subject, String from, String problem, String repair) {
  /** More of one kind on one page tell nothing new. */
  private static final int MOST = 100;

  String statement() {
    String column =
        switch (subject) {
          case TASK -> "t.id";
          case ANSWER -> "a.id";
          case MEDIA -> "m.digest";
          case TEXT -> "subject";
        };
    return "SELECT " + column + " " + from + " LIMIT " + MOST;
  }
}
