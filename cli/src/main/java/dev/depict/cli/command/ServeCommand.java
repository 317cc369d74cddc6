package dev.depict.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs the server. */
@Command(
    name = "serve",
    description = "Run the server until it is stopped.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict serve",
      "  depict serve --data-dir /srv/depict",
      "",
      "Each setting of `depict --help` is an option."
    })
final class ServeCommand implements Callable<Integer> {
  private final Invocation invocation;

  ServeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return invocation.program().serve().run(invocation.overrides());
  }
}
