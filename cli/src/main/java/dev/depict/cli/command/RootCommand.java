package dev.depict.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: help, version and what holds for all commands. */
@Command(
    name = "depict",
    description = "Alt text, descriptions, keywords and the text in your pictures.",
    customSynopsis = "depict COMMAND [OPTIONS]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict ingest photos/               describe all pictures of a folder",
      "  depict ingest --output json a.jpg   one line of JSON for each picture",
      "  depict estimate photos/             see before what that would cost",
      "  depict serve                        keep a server running for other programs",
      "  depict queue                        see what waits, and why",
      "",
      "Pictures are read and never changed. A copy is kept in the data folder; a smaller one without",
      "metadata goes to the provider. `depict COMMAND --help` tells more."
    })
// picocli reads the two switches.
@SuppressWarnings("UnusedVariable")
final class RootCommand implements Runnable {
  private final Invocation invocation;
  @Spec private CommandSpec spec = CommandSpec.create();

  RootCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Without a command there is nothing to do but to show which there are. */
  @Override
  public void run() {
    var line = spec.commandLine();
    line.usage(line.getOut());
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  private boolean version;

  @Option(
      names = "--server",
      paramLabel = "HOST:PORT",
      scope = ScopeType.INHERIT,
      description =
          "Server to use. Without it: the one that holds the data folder, else one in this process.")
  void server(String address) {
    invocation.server(address);
  }
}
