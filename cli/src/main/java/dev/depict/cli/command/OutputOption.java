package dev.depict.cli.command;

import picocli.CommandLine.Option;

/** The choice between output for people and for programs. */
final class OutputOption {
  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      description = "table, or json: one line of JSON for each result. Default: table.")
  private OutputFormat format = OutputFormat.TABLE;

  boolean json() {
    return format == OutputFormat.JSON;
  }
}
