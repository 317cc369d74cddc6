package dev.depict.media.offline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads text by the program Tesseract 4 or 5, when it is there. Safe for concurrent use.
 *
 * <p>Reads a picture in more than one {@link Way} and keeps the reading it is surest of. Where two
 * scripts come out mixed, each language is tried alone too, for alone it does not take a Latin H
 * for a Cyrillic one.
 */
final class Tesseract implements TextReader {
  /** Signs, maps and charts have fewer words. */
  private static final int LITTLE = 25;

  /** The order of a page is worth more than a few doubtful words. */
  private static final double CLEARLY = 1.08;

  private final OcrSettings settings;
  private final Languages languages;
  private final Semaphore runs;

  Tesseract(OcrSettings settings) {
    this.settings = settings;
    this.languages = new Languages(settings);
    this.runs = new Semaphore(settings.parallel());
  }

  @Override
  public Reading read(GrayPicture picture) throws InterruptedException {
    if (!runs.tryAcquire(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
      return new Reading.Failed("it had no free turn within " + settings.timeout());
    }
    try {
      return switch (languages.installed()) {
        case Languages.Some(var names) -> reading(best(picture.pgm(), names).text());
        case Languages.None none -> none.reading();
      };
    } catch (Unread unread) {
      return unread.reading();
    } finally {
      runs.release();
    }
  }

  private WordTable best(byte[] pgm, List<String> names) throws InterruptedException, Unread {
    String all = String.join("+", names);
    WordTable best = run(pgm, all, Way.PAGE);
    Way chosen = Way.PAGE;
    for (Way other : best.words() < LITTLE ? Way.FOR_LITTLE_TEXT : Way.FOR_MUCH_TEXT) {
      WordTable table = run(pgm, all, other);
      if (table.certainty() > CLEARLY * best.certainty()) {
        best = table;
        chosen = other;
      }
    }
    return names.size() > 1 && Scripts.mixed(best.text()) ? alone(pgm, names, chosen, best) : best;
  }

  private WordTable alone(byte[] pgm, List<String> names, Way way, WordTable together)
      throws InterruptedException, Unread {
    WordTable best = together;
    for (String name : names) {
      WordTable table = run(pgm, name, way);
      best = table.certainty() > best.certainty() ? table : best;
    }
    return best;
  }

  private WordTable run(byte[] pgm, String language, Way way) throws InterruptedException, Unread {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(settings.program(), "stdin", "stdout", "-l", language));
    command.addAll(way.options());
    command.addAll(List.of("-c", "tessedit_create_tsv=1"));
    return switch (ProgramRun.run(command, pgm, settings.timeout())) {
      case ProgramRun.Result.Output(var bytes) ->
          WordTable.of(new String(bytes, StandardCharsets.UTF_8));
      case ProgramRun.Result.Missing() -> throw new Unread(new Reading.NotInstalled());
      case ProgramRun.Result.TimedOut() ->
          throw new Unread(
              new Reading.Failed("it took longer than " + settings.timeout().toSeconds() + " s"));
      case ProgramRun.Result.Failed(int exitCode) ->
          throw new Unread(new Reading.Failed("it ended with code " + exitCode));
    };
  }

  private Reading reading(String text) {
    if (text.isEmpty()) {
      return new Reading.NoText();
    }
    int limit = settings.maxCharacters();
    return text.length() <= limit
        ? new Reading.Text(text, false)
        : new Reading.Text(text.substring(0, limit).strip(), true);
  }

  /** Ends a reading early. */
  private static final class Unread extends Exception {
    private final transient Reading reading;

    Unread(Reading reading) {
      super("no reading", null, false, false);
      this.reading = reading;
    }

    Reading reading() {
      return reading;
    }
  }
}
