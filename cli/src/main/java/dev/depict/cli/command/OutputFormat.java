package dev.depict.cli.command;

/** How results are printed. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs: one JSON object a line. */
  JSON
}
