package dev.depict.benchmarks.quota;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.ColdStart;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How long those wait who sit in front of a small quota: the first pictures of somebody new, and a
 * caller who waits for the answer while a backlog goes out at the pace of the quota.
 */
public final class CallerBenchmark {
  /** How it is called. */
  public static final String USAGE = CallerSettings.USAGE;

  /** The burst is over, and calls go out one by one. */
  private static final int TURNS_BEFORE = 4;

  /** Of the backlog, while the callers come. */
  private static final int MOST_SENT = 150;

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CallerSettings settings;
  private final List<byte[]> pictures;
  private final HttpClient http;
  private final Random random = new Random(42);

  private CallerBenchmark(CallerSettings settings, List<byte[]> pictures, HttpClient http) {
    this.settings = settings;
    this.pictures = pictures;
    this.http = http;
  }

  /**
   * Runs it.
   *
   * @param options as on the command line
   * @return whether no call was answered 429
   * @throws IllegalArgumentException if the options are not understood
   * @throws IllegalStateException if a program does not run as it should
   */
  public static boolean run(Path folder, List<String> options)
      throws IOException, InterruptedException {
    CallerSettings settings = CallerSettings.read(options);
    settings.print();
    List<byte[]> drawn = draw(settings);
    try (HttpClient http = HttpClient.newHttpClient()) {
      var benchmark = new CallerBenchmark(settings, drawn, http);
      boolean first = benchmark.firstRun(Files.createDirectories(folder.resolve("first")));
      boolean callers = benchmark.callers(Files.createDirectories(folder.resolve("callers")));
      return first && callers;
    }
  }

  /** What is never sent before the end is small, or a thousand would not fit into memory. */
  private static List<byte[]> draw(CallerSettings settings) {
    Range preparation = settings.quota().preparation();
    var quickest = new Range(preparation.shortest(), preparation.shortest());
    var pictures = new Pictures(preparation);
    int sent = Math.min(MOST_SENT, settings.backlog());
    var drawn = new ArrayList<>(pictures.draw(sent, preparation));
    drawn.addAll(pictures.draw(sent, settings.backlog() - sent, quickest));
    drawn.addAll(pictures.draw(settings.backlog(), settings.tries(), preparation));
    return drawn;
  }

  /** Few pictures on an empty window. */
  private boolean firstRun(Path folder) throws IOException, InterruptedException {
    try (Child emulator = emulator(folder);
        Child server = server(emulator, folder);
        var caller = new Caller(server.address())) {
      // Else this process would measure how long it takes to load its own client.
      var _ = caller.pending();
      Instant begin = Instant.now();
      Feeder.feed(server.address(), pictures.subList(0, settings.few()));
      Instant fed = Instant.now();
      Books books = await(emulator, settings.few());
      Instant last = books.calls().get(settings.few() - 1).time();
      System.out.printf(
          "first run: %d pictures, acknowledged after %d ms; counted at the provider: the first"
              + " after %d ms, the last after %d ms; 429s: %d%n",
          settings.few(),
          millis(begin, fed),
          millis(begin, books.first()),
          millis(begin, last),
          books.throttled());
      return books.throttled() == 0;
    }
  }

  private boolean callers(Path folder) throws IOException, InterruptedException {
    try (Child emulator = emulator(folder);
        Child server = server(emulator, folder);
        var caller = new Caller(server.address())) {
      Backlog.lay(server.address(), pictures.subList(0, settings.backlog()));
      await(emulator, 1);
      Thread.sleep(settings.quota().interval().multipliedBy(TURNS_BEFORE));
      var asked = new ArrayList<Instant>();
      var answered = new ArrayList<Long>();
      for (int number = 0; number < settings.tries(); number++) {
        Thread.sleep(random.nextLong(settings.quota().interval().toMillis()));
        asked.add(Instant.now());
        caller.ask(pictures.get(settings.backlog() + number));
        answered.add(millis(asked.getLast(), Instant.now()));
      }
      Books books = Books.read(http, emulator.address());
      print("until the call is counted at the provider", untilCounted(asked, books));
      print("until the answer is there", answered);
      System.out.printf(
          "%d tasks wait in the end; 429s: %d; most in any 60 s: %d%n",
          caller.pending(), books.throttled(), books.busiestMinute());
      return books.throttled() == 0;
    }
  }

  private List<Long> untilCounted(List<Instant> asked, Books books) {
    var waits = new ArrayList<Long>();
    for (int number = 0; number < asked.size(); number++) {
      int code = settings.backlog() + number;
      Instant counted =
          books.calls().stream()
              .filter(call -> call.code() == code)
              .map(Call::time)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no call shows picture " + code));
      waits.add(millis(asked.get(number), counted));
    }
    return waits;
  }

  private Child emulator(Path folder) throws IOException, InterruptedException {
    Child emulator = Children.emulator(settings.quota(), "sliding", folder);
    ColdStart.end(http, emulator.address(), pictures.subList(0, ColdStart.CALLS));
    return emulator;
  }

  private Child server(Child emulator, Path folder) throws IOException {
    return Children.server(settings.quota(), emulator.address(), folder, "server.log");
  }

  private Books await(Child emulator, int calls) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Books books = Books.read(http, emulator.address());
    while (books.calls().size() < calls) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "%d calls instead of %d within %d s"
                .formatted(books.calls().size(), calls, PATIENCE.toSeconds()));
      }
      Thread.sleep(POLL);
      books = Books.read(http, emulator.address());
    }
    return books;
  }

  private static long millis(Instant from, Instant until) {
    return Duration.between(from, until).toMillis();
  }

  private static void print(String what, List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    int count = sorted.size();
    System.out.printf(
        "callers: %s: p50 %,d ms, p99 %,d ms, most %,d ms, of %d%n",
        what, sorted.get(count / 2), sorted.get(count * 99 / 100), sorted.getLast(), count);
  }
}
