package dev.depict.cli.ingest;

import dev.depict.cli.text.Json;
import java.io.PrintStream;

/** One line of JSON for each entry, as soon as its result is there. */
final class JsonResults implements Results {
  private final PrintStream out;
  private final Screen screen;

  JsonResults(PrintStream out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  @Override
  public void add(Result result) {
    screen.clear();
    out.println(
        switch (result) {
          case Result.Told told -> line(told.file(), "task", Json.of(told.task()));
          case Result.Refused refused -> line(refused.file(), "error", error(refused.problem()));
        });
    out.flush();
  }

  @Override
  public void finish(Tally tally, String summary) {
    screen.note(summary);
  }

  private static String line(String file, String key, String value) {
    return "{\"file\":%s,\"%s\":%s}".formatted(Json.of(file), key, value);
  }

  private static String error(Entry.Problem problem) {
    return "{\"reason\":%s,\"message\":%s}"
        .formatted(Json.of(problem.reason()), Json.of(problem.message()));
  }
}
