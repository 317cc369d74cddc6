package dev.depict.cli.command;

import picocli.CommandLine.Option;

/** How careful to be with much at once. */
final class ManyOptions {
  @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it without a question, however much it is.")
  private boolean agreed;

  boolean dryRun() {
    return dryRun;
  }

  boolean agreed() {
    return agreed;
  }
}
