package dev.depict.cli.command;

import dev.depict.cli.ingest.Estimate;
import dev.depict.cli.remote.Remote;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what sending pictures would need and cost. */
@Command(
    name = "estimate",
    description = "Show what sending pictures would need and cost; sends none.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict estimate photos/",
      "  depict estimate --model gemini-3.5-flash --output json photos/",
      "",
      "The digests of the pictures go to the server, and nothing of them to a provider. The cost is",
      "the highest to expect if each call succeeds at once.",
      "Exit code: 0 all pictures could be sent, 1 some could not, 2 the command was not understood."
    })
final class EstimateCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private QuestionOptions asked = new QuestionOptions();
  @Mixin private OutputOption output = new OutputOption();

  EstimateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (Remote remote = invocation.connect()) {
      return new Estimate(invocation.surroundings(), output.json())
          .run(pictures.files(), pictures.recursive(), asked.question().build(), remote);
    }
  }
}
