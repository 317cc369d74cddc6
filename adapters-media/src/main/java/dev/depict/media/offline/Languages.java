package dev.depict.media.offline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Which of the wanted languages Tesseract has. Asks until it is there, then remembers. */
final class Languages {
  /** What was found. */
  sealed interface Found {}

  /**
   * @param names in the order they were wanted; at least one
   */
  record Some(List<String> names) implements Found {}

  record None(Reading reading) implements Found {}

  private final OcrSettings settings;
  private final AtomicReference<Found> known;

  Languages(OcrSettings settings) {
    this.settings = settings;
    this.known = new AtomicReference<>(new None(new Reading.NotInstalled()));
  }

  Found installed() throws InterruptedException {
    if (known.get() instanceof Some some) {
      return some;
    }
    Found found = ask();
    known.set(found);
    return found;
  }

  private Found ask() throws InterruptedException {
    List<String> command = List.of(settings.program(), "--list-langs");
    return switch (ProgramRun.run(command, new byte[0], settings.timeout())) {
      case ProgramRun.Result.Output(var bytes) -> choose(bytes);
      case ProgramRun.Result.Missing() -> new None(new Reading.NotInstalled());
      case ProgramRun.Result.TimedOut() ->
          new None(new Reading.Failed("it does not name its languages"));
      case ProgramRun.Result.Failed(int exitCode) ->
          new None(new Reading.Failed("it ended with code " + exitCode));
    };
  }

  /** A headline, then a language a line. */
  private Found choose(byte[] listing) {
    List<String> installed = new String(listing, StandardCharsets.UTF_8).lines().toList();
    List<String> chosen = settings.languages().stream().filter(installed::contains).toList();
    return chosen.isEmpty()
        ? new None(
            new Reading.Failed(
                "it has none of the languages " + String.join(", ", settings.languages())))
        : new Some(chosen);
  }
}
