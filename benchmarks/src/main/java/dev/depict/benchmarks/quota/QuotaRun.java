package dev.depict.benchmarks.quota;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One server and one provider, from the first picture to the end of the measured time. */
final class QuotaRun {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final QuotaSettings settings;
  private final String counting;
  private final Path folder;
  private final List<byte[]> pictures;

  QuotaRun(QuotaSettings settings, String counting, Path parent, List<byte[]> pictures) {
    this.settings = settings;
    this.counting = counting;
    this.folder = parent.resolve(counting);
    this.pictures = pictures;
  }

  QuotaResult measure() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (HttpClient http = HttpClient.newHttpClient();
        Child emulator = Children.emulator(settings, counting, folder)) {
      String baseUrl = emulator.address();
      ColdStart.end(http, baseUrl, pictures.subList(0, ColdStart.CALLS));
      String killed = work(http, baseUrl);
      byte[] json = Books.fetch(http, baseUrl);
      Files.write(folder.resolve("books.json"), json);
      Books books = Books.parse(json);
      return new QuotaResult(
          counting,
          books,
          books.permitted(books.arrivals().getFirst(), settings.measured()),
          books.count(books.arrivals().getFirst(), settings.measured()) < pictures.size(),
          killed);
    }
  }

  /** Has the server work through the measured time; tells what a kill was like. */
  private String work(HttpClient http, String baseUrl) throws IOException, InterruptedException {
    String killed = "";
    Child server = Children.server(settings, baseUrl, folder, "server.log");
    try {
      Feeder.feed(server.address(), pictures);
      Instant first = firstArrival(http, baseUrl);
      if (settings.kill()) {
        sleepUntil(first.plus(settings.measured().dividedBy(2)));
        server.kill();
        Instant dead = Instant.now();
        long inWindow = Books.read(http, baseUrl).count(dead.minus(MINUTE), MINUTE);
        server = Children.server(settings, baseUrl, folder, "server-again.log");
        killed =
            "killed at %.1f s with %d calls in the last minute, listening again after %d ms"
                .formatted(
                    Duration.between(first, dead).toMillis() / 1e3,
                    inWindow,
                    Duration.between(dead, Instant.now()).toMillis());
      }
      sleepUntil(first.plus(settings.measured()).plusMillis(settings.network().longest()));
    } finally {
      server.close();
    }
    return killed;
  }

  private static Instant firstArrival(HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Books books = Books.read(http, baseUrl);
    while (books.arrivals().isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no call arrived within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(POLL);
      books = Books.read(http, baseUrl);
    }
    return books.arrivals().getFirst();
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }
}
