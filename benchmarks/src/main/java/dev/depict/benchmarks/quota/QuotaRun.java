package dev.depict.benchmarks.quota;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.ColdStart;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One server and one provider, from the first picture to the end of the measured time. */
final class QuotaRun {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final QuotaSettings settings;
  private final String counting;
  private final Path folder;
  private final List<byte[]> pictures;
  private String said = "";

  QuotaRun(QuotaSettings settings, String counting, Path parent, List<byte[]> pictures) {
    this.settings = settings;
    this.counting = counting;
    this.folder = parent.resolve(settings.rpm() + "-" + counting);
    this.pictures = pictures.subList(0, settings.pictures());
  }

  QuotaResult measure() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try (HttpClient http = HttpClient.newHttpClient();
        Child emulator = Children.emulator(settings, counting, folder)) {
      String baseUrl = emulator.address();
      ColdStart.end(http, baseUrl, pictures.subList(0, ColdStart.CALLS));
      Optional<QuotaResult.Kill> kill = work(http, baseUrl);
      byte[] json = Books.fetch(http, baseUrl);
      Files.write(folder.resolve("books.json"), json);
      return new QuotaResult(settings, counting, Books.parse(json), pictures.size(), kill, said);
    }
  }

  /** Has the server work through the measured time; tells when it was killed. */
  private Optional<QuotaResult.Kill> work(HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    Optional<QuotaResult.Kill> kill = Optional.empty();
    Child server = Children.server(settings, baseUrl, folder, "server.log");
    try {
      Backlog.lay(server.address(), pictures);
      Instant first = firstArrival(http, baseUrl);
      if (settings.kill()) {
        sleepUntil(first.plus(settings.measured().dividedBy(2)));
        server.kill();
        Instant dead = Instant.now();
        server = Children.server(settings, baseUrl, folder, "server-again.log");
        kill = Optional.of(new QuotaResult.Kill(dead, Instant.now()));
      }
      sleepUntil(first.plus(settings.measured()).plusMillis(settings.network().longest()));
      said = ServerState.of(server.address());
    } finally {
      server.close();
    }
    return kill;
  }

  private static Instant firstArrival(HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Books books = Books.read(http, baseUrl);
    while (books.calls().isEmpty()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("no call arrived within " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(POLL);
      books = Books.read(http, baseUrl);
    }
    return books.first();
  }

  private static void sleepUntil(Instant time) throws InterruptedException {
    Duration left = Duration.between(Instant.now(), time);
    if (left.isPositive()) {
      Thread.sleep(left);
    }
  }
}
