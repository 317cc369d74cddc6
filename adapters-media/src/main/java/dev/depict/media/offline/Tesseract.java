package dev.depict.media.offline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads text by the program Tesseract 4 or 5, when it is there. Safe for concurrent use. */
final class Tesseract implements TextReader {
  /** Finds columns and blocks; the right one for pages. */
  private static final String PAGE = "3";

  /** Finds words anywhere, in no order; the right one for signs, maps and charts. */
  private static final String SPARSE = "11";

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
      return new Reading.Failed(
          "it had no free turn within " + settings.timeout().toSeconds() + " s");
    }
    try {
      return switch (languages.installed()) {
        case Languages.Some some -> read(picture.pgm(), some.joined());
        case Languages.None none -> none.reading();
      };
    } finally {
      runs.release();
    }
  }

  private Reading read(byte[] pgm, String joined) throws InterruptedException {
    Reading page = read(pgm, joined, PAGE);
    return page instanceof Reading.NoText ? read(pgm, joined, SPARSE) : page;
  }

  private Reading read(byte[] pgm, String joined, String segmentation) throws InterruptedException {
    List<String> command =
        List.of(
            settings.program(),
            "stdin",
            "stdout",
            "-l",
            joined,
            "--psm",
            segmentation,
            "-c",
            "tessedit_create_tsv=1");
    return switch (ProgramRun.run(command, pgm, settings.timeout())) {
      case ProgramRun.Result.Output(var bytes) -> reading(bytes);
      case ProgramRun.Result.Missing() -> new Reading.NotInstalled();
      case ProgramRun.Result.TimedOut() ->
          new Reading.Failed("it took longer than " + settings.timeout().toSeconds() + " s");
      case ProgramRun.Result.Failed(int exitCode) ->
          new Reading.Failed("it ended with code " + exitCode);
    };
  }

  private Reading reading(byte[] tsv) {
    String text = WordTable.text(new String(tsv, StandardCharsets.UTF_8));
    if (text.isEmpty()) {
      return new Reading.NoText();
    }
    int limit = settings.maxCharacters();
    return text.length() <= limit
        ? new Reading.Text(text, false)
        : new Reading.Text(text.substring(0, limit).strip(), true);
  }
}
