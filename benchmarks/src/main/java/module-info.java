/** Benchmarks of whole runs. They print their settings, medians and spread, and assert nothing. */
@org.jspecify.annotations.NullMarked
module dev.depict.benchmarks {
  requires dev.depict.application;
  requires dev.depict.media;
  requires dev.depict.sqlite;
  requires static org.jspecify;
}
