package dev.depict.cli.command;

import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Json;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.MediaResolution;
import dev.depict.proto.v1.ReanalyzeTasksRequest;
import dev.depict.proto.v1.ReanalyzeTasksResponse;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Asks again about pictures that have an answer. */
@Command(
    name = "reanalyze",
    description = "Ask again about pictures that have an answer.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict reanalyze --answered-by offline --dry-run",
      "  depict reanalyze --label archive --model gemini-3.5-flash",
      "",
      "Each gets a new task, which supersedes the old one; what is superseded is not asked again.",
      "What it may cost is said before; above $1 it asks.",
      "Exit code: 0 done, 1 it failed, 2 not understood, or --yes is needed."
    })
final class ReanalyzeCommand implements Callable<Integer> {
  private final Invocation invocation;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--answered-by",
      paramLabel = "MODEL",
      description = "Only pictures whose answer came from this model, such as offline.")
  private String answeredBy = "";

  @Option(names = "--all", description = "All pictures, where no other option narrows them down.")
  private boolean all;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model to ask. Default: the server's.")
  private String model = "";

  @Option(
      names = "--resolution",
      paramLabel = "RESOLUTION",
      description = "How finely to look: low, medium or high. Default: as before.")
  private MediaResolution resolution = MediaResolution.MEDIA_RESOLUTION_UNSPECIFIED;

  @Option(
      names = "--new-lane",
      paramLabel = "LANE",
      description = "How urgent the new tasks are: interactive, normal or bulk. Default: bulk.")
  private Lane newLane = Lane.LANE_UNSPECIFIED;

  @Mixin private ManyOptions many = new ManyOptions();
  @Mixin private OutputOption output = new OutputOption();

  ReanalyzeCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (filter.isEmpty() && answeredBy.isEmpty() && !all) {
      throw new ParameterException(
          spec.commandLine(),
          "choose pictures by --answered-by, --label, --source and so on, or --all");
    }
    try (Remote remote = invocation.connect()) {
      ReanalyzeTasksResponse expected = call(remote, true);
      if (many.dryRun() || expected.getCreatedCount() == 0) {
        print(expected, line(expected));
        return 0;
      }
      invocation.note(line(expected));
      if (expected.getEstimatedCostMicroUsd() > Amounts.MUCH) {
        new Consent(invocation, many).ask("spend up to " + price(expected));
      }
      ReanalyzeTasksResponse created = call(remote, false);
      print(
          created,
          "%s queued; `depict watch` %s"
              .formatted(
                  Amounts.of(created.getCreatedCount(), "task"),
                  remote.inProcess() ? "works on them" : "shows how they come along"));
    }
    return 0;
  }

  private void print(ReanalyzeTasksResponse response, String line) {
    invocation.print(output.json() ? Json.of(response) : line);
  }

  /** Such as {@code 12 pictures to ask about again, ≤ $0.02}. */
  private static String line(ReanalyzeTasksResponse expected) {
    String missing =
        expected.getMediaMissingCount() == 0
            ? ""
            : ", %d left alone because the picture is gone"
                .formatted(expected.getMediaMissingCount());
    String pictures = Amounts.of(expected.getCreatedCount(), "picture") + " to ask about again";
    return expected.getCreatedCount() == 0
        ? pictures + missing
        : pictures + missing + ", " + cost(expected);
  }

  private static String cost(ReanalyzeTasksResponse expected) {
    return expected.getEstimatedCostMicroUsd() == 0
        ? "nothing to pay, or the price is not known"
        : "≤ " + price(expected);
  }

  private static String price(ReanalyzeTasksResponse expected) {
    return Amounts.atMost(expected.getEstimatedCostMicroUsd());
  }

  private ReanalyzeTasksResponse call(Remote remote, boolean dryRun) {
    var request =
        ReanalyzeTasksRequest.newBuilder()
            .setFilter(filter.filter())
            .setAnsweredByModel(answeredBy)
            .setModel(model)
            .setMediaResolution(resolution)
            .setLane(newLane)
            .setDryRun(dryRun)
            .build();
    return remote.taskWithoutEnd(stub -> stub.reanalyzeTasks(request));
  }
}
