package dev.depict.cli.ingest;

import dev.depict.cli.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Tells how far a run is: all the time on a terminal, now and then elsewhere. */
final class Progress {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Screen screen;
  private final boolean interactive;
  private final InstantSource clock;
  private final Instant start;
  private Instant lastLine;

  Progress(Screen screen, boolean interactive, InstantSource clock) {
    this.screen = screen;
    this.interactive = interactive;
    this.clock = clock;
    this.start = clock.instant();
    this.lastLine = start;
  }

  /**
   * @param reason what the tasks wait for, when nothing moves
   */
  void show(Standing standing, Optional<String> reason) {
    Instant now = clock.instant();
    if (interactive) {
      screen.progress(line(standing, reason, now));
    } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      screen.note(line(standing, reason, now));
    }
  }

  private String line(Standing standing, Optional<String> reason, Instant now) {
    var line = new StringBuilder();
    line.append(standing.done()).append('/').append(standing.total()).append(" done");
    if (standing.running() > 0) {
      line.append(", ").append(standing.running()).append(" running");
    }
    reason.ifPresentOrElse(
        why -> line.append("; waits: ").append(why), () -> pace(line, standing, now));
    return line.toString();
  }

  private void pace(StringBuilder line, Standing standing, Instant now) {
    double seconds = Duration.between(start, now).toMillis() / 1000.0;
    int left = standing.total() - standing.done();
    if (standing.done() == 0 || seconds < 1 || left == 0) {
      return;
    }
    double perSecond = standing.done() / seconds;
    line.append(", ").append(rate(perSecond));
    line.append(", about ")
        .append(Durations.rough(Duration.ofSeconds((long) Math.ceil(left / perSecond))))
        .append(" left");
  }

  private static String rate(double perSecond) {
    return perSecond >= 2
        ? Math.round(perSecond) + "/s"
        : Math.max(1, Math.round(perSecond * 60)) + "/min";
  }
}
