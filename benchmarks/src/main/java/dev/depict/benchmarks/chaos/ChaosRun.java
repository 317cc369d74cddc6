package dev.depict.benchmarks.chaos;

import dev.depict.benchmarks.chaos.Script.Event;
import dev.depict.benchmarks.chaos.Script.Step;
import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.ColdStart;
import dev.depict.benchmarks.program.PackagedServer;
import dev.depict.emulator.Delay;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.fault.Target;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.emulator.quota.Limits;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** One run, from the first picture to the last end. */
final class ChaosRun implements AutoCloseable {
  private static final String KEY = "chaos";
  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PARKED = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final ChaosSettings settings;
  private final GeminiEmulator provider;
  private final PackagedServer program;
  private final Journal journal = new Journal();
  private final Instant begin = Instant.now();
  private Child server;
  private Client client;
  private int lives = 1;

  private ChaosRun(ChaosSettings settings, GeminiEmulator provider, Path folder)
      throws IOException {
    this.settings = settings;
    this.provider = provider;
    this.program =
        new PackagedServer(folder, flags(settings)).asking(provider.baseUrl().toString(), KEY);
    this.server = program.start("server-1.log");
    this.client = new Client(server.address());
  }

  /** Does it all, and tells what is known in the end. */
  static Evidence run(ChaosSettings settings, Path folder)
      throws IOException, InterruptedException {
    try (GeminiEmulator provider = provider(settings)) {
      warmUp(provider);
      Mishaps.plan(provider.faults());
      provider.thinking(Delay.between(ChaosSettings.QUICKEST_ANSWER, ChaosSettings.SLOWEST_ANSWER));
      try (var run = new ChaosRun(settings, provider, folder)) {
        return run.work();
      }
    }
  }

  private static GeminiEmulator provider(ChaosSettings settings) {
    return GeminiEmulator.start(
        EmulatorSettings.of(InstantSource.system())
            .withKeys(KEY, ColdStart.KEY)
            .withSeed(settings.seed())
            .withLimits(Limits.none().withRequestsPerMinute(settings.rpm()))
            .withNetwork(Delay.between(Duration.ZERO, ChaosSettings.NETWORK)));
  }

  private static void warmUp(GeminiEmulator provider) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      ColdStart.end(http, provider.baseUrl().toString(), pictures(ColdStart.CALLS));
    }
  }

  private static List<String> flags(ChaosSettings settings) {
    return List.of(
        "--quota-rpm",
        Integer.toString(settings.rpm()),
        "--gemini-model",
        ChaosSettings.FIRST_MODEL,
        "--quota-guard",
        ChaosSettings.GUARD.toMillis() + "ms",
        "--gemini-timeout",
        ChaosSettings.CALL_TIMEOUT.toSeconds() + "s");
  }

  private static List<byte[]> pictures(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> PixelCode.jpeg(number, WIDTH, HEIGHT))
        .toList();
  }

  private Evidence work() throws IOException, InterruptedException {
    client.ingest(pictures(settings.pictures()));
    say("%,d tasks are acknowledged".formatted(settings.pictures()));
    for (Step step : Script.of(settings)) {
      if (!awaitCalls(step.calls())) {
        break;
      }
      happen(step.event());
    }
    while (!client.isIdle()) {
      pause(POLL);
    }
    say("all tasks are final");
    return Evidence.of(settings, client, provider.books(), journal);
  }

  /** False when all tasks ended before. */
  private boolean awaitCalls(int count) throws InterruptedException {
    while (!provider.awaitArrivals(count, POLL)) {
      if (client.isIdle()) {
        return false;
      }
      pause(Duration.ZERO);
    }
    return true;
  }

  private void happen(Event event) throws IOException, InterruptedException {
    switch (event) {
      case Event.Lower(String model, long limit) -> lower(model, limit);
      case Event.Raise(String model, long limit) -> raise(model, limit);
      case Event.Kill() -> kill();
      case Event.RefuseKey() -> refuseKey();
    }
  }

  private void lower(String model, long limit) {
    say("the provider's limit of %s falls to %d".formatted(model, limit));
    journal.lowered(model, limit, Instant.now());
    provider.limits(model, Limits.none().withRequestsPerMinute(limit));
  }

  private void raise(String model, long limit) {
    provider.limits(model, Limits.none().withRequestsPerMinute(limit));
    journal.raised(model, Instant.now());
    int forgotten = client.forgetLearnedLimits();
    say(
        "the provider's limit of %s rises to %d; learned limits forgotten: %d"
            .formatted(model, limit, forgotten));
  }

  private void kill() throws IOException, InterruptedException {
    client.close();
    server.kill();
    Instant dead = Instant.now();
    lives++;
    server = program.start("server-" + lives + ".log");
    client = new Client(server.address());
    journal.killed(dead, Instant.now());
    say("the server was killed and listens again");
  }

  private void refuseKey() throws InterruptedException {
    Instant from = Instant.now();
    provider.faults().plan(Target.any(), Fault.PERMISSION_DENIED, 1);
    say("the provider refuses the key once");
    pause(PARKED);
    journal.refused(from, Instant.now());
    client.resume();
    say("the queue is resumed");
  }

  private void pause(Duration time) throws InterruptedException {
    Thread.sleep(time);
    if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
      throw new IllegalStateException(
          "not all tasks are final after %d min: %s"
              .formatted(PATIENCE.toMinutes(), client.queue().getCountsList()));
    }
  }

  private void say(String what) {
    System.out.printf(
        "%6.1f s, %,5d calls: %s%n",
        Duration.between(begin, Instant.now()).toMillis() / 1e3, provider.books().count(), what);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
