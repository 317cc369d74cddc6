package dev.depict.benchmarks.face;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.PackagedServer;
import dev.depict.proto.v1.Filter;
import dev.depict.proto.v1.IngestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Watches of the packaged server, from another process on the same cores; each watcher has a
 * connection of its own. Nobody works on the tasks, so that each ingest is one event.
 */
public final class WatchBenchmark {
  private static final int WATCHERS = 1_000;
  private static final int EVENTS_PER_SECOND = 200;
  private static final int WARM_UP = 2_000;
  private static final int EVENTS = 6_000;

  private static final int FANNED = 100;
  private static final int FAN_EVENTS = 20_000;
  private static final int IN_FLIGHT = 64;

  private static final int DEAF = 100;
  private static final int LISTENING = 10;
  private static final int BUSY_PER_SECOND = 1_000;
  private static final int BUSY_EVENTS = 10_000;
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final Duration POLL = Duration.ofMillis(1);

  private final Path folder;

  private WatchBenchmark(Path folder) {
    this.folder = folder;
  }

  public static void run(Path folder) throws IOException, InterruptedException {
    System.out.println(
        "watch: the packaged server, worker off, FULL; every ingest is one event; each watcher has"
            + " a connection of its own");
    var benchmark = new WatchBenchmark(folder);
    benchmark.labels();
    benchmark.fanOut();
    benchmark.deaf();
  }

  private Child server(String name) throws IOException {
    return new PackagedServer(
            Files.createDirectories(folder.resolve(name)),
            List.of("--worker-enabled", "false", "--server-max-connections", "2000"))
        .start("server.log");
  }

  /** Each on a label of its own. */
  private void labels() throws IOException, InterruptedException {
    try (Child server = server("labels");
        var client = new Client(server.address());
        var watchers =
            new Watchers(
                server.address(),
                WATCHERS,
                number -> Filter.newBuilder().addLabels("label-" + number).build())) {
      var feed = new Feed(client);
      labels(feed, watchers, new Sightings("warm-up", WARM_UP, 1));
      var sightings = new Sightings("event", EVENTS, 1);
      Duration before = server.cpu();
      labels(feed, watchers, sightings);
      double seconds = (double) EVENTS / EVENTS_PER_SECOND;
      System.out.printf(
          "%,d watchers, each of its own label, %d events a second, %,d events: each came to its"
              + " watcher%n",
          WATCHERS, EVENTS_PER_SECOND, EVENTS);
      print(sightings);
      System.out.printf(
          "  the server took %.0f %% of a core and %d MiB of resident memory%n",
          server.cpu().minus(before).toMillis() / 10.0 / seconds, server.residentKib() >> 10);
    }
  }

  private static void labels(Feed feed, Watchers watchers, Sightings sightings)
      throws InterruptedException {
    watchers.note(sightings);
    // Those that are neighbours in time are none in the order of opening.
    feed.run(sightings, EVENTS_PER_SECOND, event -> "label-" + event * 377 % WATCHERS);
  }

  /** Everything to everybody, as fast as it goes. */
  private void fanOut() throws IOException, InterruptedException {
    try (Child server = server("fan-out");
        var client = new Client(server.address());
        var watchers = new RawWatchers(server.address(), FANNED, false)) {
      List<byte[]> pictures = new NoisePictures().draw(2 * FAN_EVENTS);
      fanOut(client, watchers, pictures.subList(0, FAN_EVENTS));
      long start = System.nanoTime();
      Timings ingest = fanOut(client, watchers, pictures.subList(FAN_EVENTS, 2 * FAN_EVENTS));
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d watchers of everything, %,d events as fast as they are ingested (%,.0f a second):"
              + " %,.0f messages a second, the last one after %.1f s%n",
          FANNED, FAN_EVENTS, ingest.perSecond(), FANNED * FAN_EVENTS / seconds, seconds);
    }
  }

  private static Timings fanOut(Client client, RawWatchers watchers, List<byte[]> pictures)
      throws InterruptedException {
    long all = watchers.messages() + (long) FANNED * pictures.size();
    Timings ingest =
        InFlight.<IngestResponse>run(
            IN_FLIGHT,
            pictures.size(),
            (number, end) -> client.tasks.ingest(Client.async(pictures.get(number)).build(), end));
    while (watchers.messages() < all) {
      Thread.sleep(POLL);
    }
    return ingest;
  }

  /** What those that take nothing cost the server, and those that do. */
  private void deaf() throws IOException, InterruptedException {
    try (Child server = server("deaf");
        var client = new Client(server.address());
        var watchers =
            new Watchers(server.address(), LISTENING, _ -> Filter.getDefaultInstance())) {
      var feed = new Feed(client);
      System.out.printf(
          "%d watchers of everything, %,d events a second, %,d events each time%n",
          LISTENING, BUSY_PER_SECOND, BUSY_EVENTS);
      Memory before = busy("warm-up", server, feed, watchers);
      Memory without = busy("alone", server, feed, watchers);
      try (var deaf = new RawWatchers(server.address(), DEAF, true)) {
        // What fits into a connection is sent even to those that read nothing: some 5,000 events.
        Memory full =
            busy(
                "while the connections of %d that read nothing fill".formatted(DEAF),
                server,
                feed,
                watchers);
        busy("beside %d that read nothing".formatted(DEAF), server, feed, watchers);
        System.out.printf(
            "one that reads nothing costs %d KiB of heap, %d KiB of resident memory; the same"
                + " events without any added %,d and %,d KiB in all%n",
            (full.heap - without.heap) / DEAF,
            (full.resident - without.resident) / DEAF,
            without.heap - before.heap,
            without.resident - before.resident);
        System.out.printf("they took %d messages%n", deaf.messages());
      }
    }
  }

  private static Memory busy(String name, Child server, Feed feed, Watchers watchers)
      throws IOException, InterruptedException {
    var sightings = new Sightings(name, BUSY_EVENTS, LISTENING);
    watchers.note(sightings);
    feed.run(sightings, BUSY_PER_SECOND, _ -> "label");
    System.out.println(" " + name);
    print(sightings);
    Thread.sleep(SETTLING);
    var memory = new Memory(server.heapKib(), server.residentKib());
    System.out.printf(
        "  heap after a full collection %d KiB, resident %d MiB%n",
        memory.heap, memory.resident >> 10);
    return memory;
  }

  private record Memory(long heap, long resident) {}

  private static void print(Sightings sightings) {
    print("from the commit time in the event (before its fsync)", sightings.sinceCommit());
    print("from the caller's acknowledgement", sightings.sinceAcknowledgement());
  }

  private static void print(String what, Timings timings) {
    System.out.printf(
        "  %s: p50 %,d µs, p99 %,d µs, most %,d µs%n",
        what, timings.percentile(50), timings.percentile(99), timings.most());
  }
}
