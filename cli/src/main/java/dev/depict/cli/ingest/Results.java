package dev.depict.cli.ingest;

/** Where results are shown. */
interface Results {
  /** Takes one result; each entry of the run has one. */
  void add(Result result);

  /** Everything is there. */
  void finish(Tally tally, String summary);
}
