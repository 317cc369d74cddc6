package dev.depict.cli.command;

import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Reuse;
import picocli.CommandLine.Option;

/** What is asked about each picture, and of whom: all that decides what an answer costs. */
final class QuestionOptions {
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

  @Option(names = "--fresh", description = "Ask again even where the answer is known.")
  private boolean fresh;

  /** The question without a picture, for whose answer the call does not wait. */
  IngestRequest.Builder question() {
    return IngestRequest.newBuilder()
        .setUserPrompt(prompt)
        .setContextText(context)
        .setLanguage(language)
        .setModel(model)
        .setReuse(fresh ? Reuse.REUSE_FRESH : Reuse.REUSE_ALLOWED)
        .setMode(IngestMode.INGEST_MODE_ASYNC);
  }
}
