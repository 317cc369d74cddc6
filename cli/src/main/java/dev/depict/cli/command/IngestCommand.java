package dev.depict.cli.command;

import dev.depict.cli.ingest.Ingest;
import dev.depict.cli.ingest.Request;
import dev.depict.cli.remote.Remote;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Lane;
import dev.depict.proto.v1.Reuse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      "Exit code: 0 every picture has words, 1 some have none, 2 the command was not understood.",
      "Ctrl-C loses nothing: what is stored stays in the queue."
    })
final class IngestCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Pictures, and folders to search for pictures.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "What to pay attention to, beyond the standard question.")
  private String prompt = "";

  @Option(
      names = "--context",
      paramLabel = "TEXT",
      description = "Text around the pictures that helps to understand them.")
  private String context = "";

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Language of the answers, such as en or pt-BR. Default: the server's.")
  private String language = "";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Model to ask. Default: the server's.")
  private String model = "";

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

  @Option(names = "--fresh", description = "Ask again even where the answer is known.")
  private boolean fresh;

  @Option(names = "--async", description = "Leave as soon as all pictures are stored.")
  private boolean async;

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      description =
          "How long to wait for answers, such as 90s or 1h30m. Default: as long as they can come.")
  private Optional<Duration> patience = Optional.empty();

  @Option(
      names = "--recursive",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Search folders inside folders, or do not. Default: search them.")
  private boolean recursive = true;

  @Mixin private OutputOption output = new OutputOption();

  IngestCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var question =
        IngestRequest.newBuilder()
            .setUserPrompt(prompt)
            .setContextText(context)
            .setLanguage(language)
            .setModel(model)
            .setLane(lane)
            .addAllLabels(labels)
            .setReuse(fresh ? Reuse.REUSE_FRESH : Reuse.REUSE_ALLOWED)
            .setMode(IngestMode.INGEST_MODE_ASYNC)
            .build();
    try (Remote remote = invocation.connect()) {
      return new Ingest(invocation.surroundings(), output.json())
          .run(new Request(files, recursive, question, !async, patience), remote);
    }
  }
}
