package dev.depict.cli.ingest;

/**
 * How a run stands at one moment.
 *
 * @param total entries in all
 * @param done entries that need nothing more
 * @param stored tasks that are stored and not final
 * @param running the part of stored that is being analyzed
 */
record Standing(int total, int done, int stored, int running) {
  int unsent() {
    return total - done - stored;
  }
}
