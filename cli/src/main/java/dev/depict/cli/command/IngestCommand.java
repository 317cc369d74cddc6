package dev.depict.cli.command;

import dev.depict.cli.ingest.Ingest;
import dev.depict.cli.ingest.Request;
import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends pictures and shows what comes of them. */
@Command(
    name = "ingest",
    description = "Send pictures and show what comes of them.",
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  depict ingest photos/",
      "  depict ingest --prompt \"Which plant is it?\" --language de leaf.jpg",
      "  depict ingest --async --lane bulk --label archive archive/",
      "",
      "What they may cost is said before any is sent; above $1 it asks. `depict estimate` tells more.",
      "Exit code: 0 every picture has words, 1 some have none, 2 not understood, or --yes is needed.",
      "Ctrl-C loses nothing: what is stored stays in the queue."
    })
final class IngestCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin private PictureOptions pictures = new PictureOptions();
  @Mixin private QuestionOptions asked = new QuestionOptions();

  @Option(
      names = "--lane",
      paramLabel = "LANE",
      description = "How urgent it is: interactive, normal or bulk. Default: normal.")
  private Lane lane = Lane.LANE_UNSPECIFIED;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Label to find the tasks by; may be given several times.")
  private List<String> labels = new ArrayList<>();

  @Option(names = "--async", description = "Leave as soon as all pictures are stored.")
  private boolean async;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "How long to wait for answers, such as 90s or 1h30m. Default: as long as they can come.")
  private Optional<Duration> patience = Optional.empty();

  @Option(
      names = {"-y", "--yes"},
      description = "Send the pictures without a question, whatever they may cost.")
  private boolean agreed;

  @Mixin private OutputOption output = new OutputOption();

  IngestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var question = asked.question().setLane(lane).addAllLabels(labels).build();
    var request =
        new Request(pictures.files(), pictures.recursive(), question, !async, patience, agreed);
    try (Remote remote = invocation.connect()) {
      return new Ingest(invocation.surroundings(), output.json()).run(request, remote);
    }
  }
}
