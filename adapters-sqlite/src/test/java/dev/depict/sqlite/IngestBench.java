package dev.depict.sqlite;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.application.port.out.Claim;
import dev.depict.application.port.out.IdSource;
import dev.depict.application.port.out.NewTask;
import dev.depict.domain.answer.AnswerId;
import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.answer.Usage;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.Task;
import dev.depict.domain.task.TaskId;
import dev.depict.domain.task.UuidV7;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Measures durable ingest and drain through the ports. Run it by hand: {@code IngestBench [folder
 * [parts]]}.
 */
final class IngestBench {
  private static final int ROUNDS = 5;
  private static final int PICTURE_BYTES = 3_000;
  private static final int BATCH = 64;
  private static final QuotaKey KEY = new QuotaKey("bench", "key", "model");
  private static final PrintStream OUT = System.out;

  private final InstantSource clock = InstantSource.system();
  private final SplittableRandom random = new SplittableRandom(42);
  private final IdSource ids = () -> UuidV7.at(clock.instant(), new SplittableRandom());

  private IngestBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("depict-bench");
    var bench = new IngestBench();
    SqliteSettings settings = SqliteSettings.DEFAULT;
    OUT.println(settings + ", pictures of " + PICTURE_BYTES + " bytes, medians of " + ROUNDS);
    List<String> parts = args.length > 1 ? List.of(args[1].split(",")) : List.of("all");
    for (Part part : Part.values()) {
      if (parts.contains("all") || parts.contains(part.name())) {
        bench.run(part, folder);
      }
    }
  }

  /** What can be measured alone. */
  private enum Part {
    PLATFORM_64,
    VIRTUAL_64,
    PLATFORM_8,
    PLATFORM_1,
    DRAIN
  }

  private void run(Part part, Path folder) throws Exception {
    ThreadFactory platform = Thread.ofPlatform().factory();
    switch (part) {
      case PLATFORM_64 -> ingest(folder, "64 platform threads", 64, 24_000, platform);
      case VIRTUAL_64 ->
          ingest(folder, "64 virtual threads", 64, 24_000, Thread.ofVirtual().factory());
      case PLATFORM_8 -> ingest(folder, "8 platform threads", 8, 12_000, platform);
      case PLATFORM_1 -> ingest(folder, "1 platform thread", 1, 4_000, platform);
      case DRAIN -> drain(folder, 20_000);
    }
  }

  private SqliteStore open(Path folder) throws IOException {
    clear(folder);
    return SqliteStore.open(folder, SqliteSettings.DEFAULT, clock, "bench", ids);
  }

  private void ingest(Path folder, String name, int callers, int count, ThreadFactory threads)
      throws Exception {
    var rates = new double[ROUNDS];
    try (SqliteStore store = open(folder)) {
      for (int round = -1; round < ROUNDS; round++) {
        List<NewTask> tasks = Stream.generate(this::task).limit(count).toList();
        long start = ticker();
        each(callers, count, threads, i -> store.tasks().ingest(List.of(tasks.get(i))));
        if (round >= 0) {
          rates[round] = perSecond(count, start);
        }
      }
    }
    print("ingest, " + name, rates);
  }

  private void drain(Path folder, int count) throws Exception {
    var rates = new double[ROUNDS];
    try (SqliteStore store = open(folder)) {
      store.queue().recover();
      for (int round = -1; round < ROUNDS; round++) {
        List<NewTask> tasks = Stream.generate(this::task).limit(count).toList();
        for (int i = 0; i < count; i += 500) {
          store.tasks().ingest(tasks.subList(i, Math.min(count, i + 500)));
        }
        long start = ticker();
        drain(store);
        if (round >= 0) {
          rates[round] = perSecond(count, start);
        }
      }
    }
    print("drain, heads + claim in sets of " + BATCH + ", end by 64 threads", rates);
  }

  /** One thread takes, as the dispatcher does, and hands over to those that answer. */
  private void drain(SqliteStore store) throws Exception {
    var claims = new java.util.concurrent.ArrayBlockingQueue<Optional<Claim>>(512);
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < BATCH; i++) {
      workers.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  for (var claim = claims.take(); claim.isPresent(); claim = claims.take()) {
                    store.queue().end(claim.get().lease(), answered());
                  }
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    while (true) {
      List<TaskId> heads = store.queue().heads(KEY, BATCH).stream().map(Task::id).toList();
      if (heads.isEmpty()) {
        break;
      }
      for (Claim claim : store.queue().claim(heads)) {
        claims.put(Optional.of(claim));
      }
    }
    for (int i = 0; i < BATCH; i++) {
      claims.put(Optional.empty());
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private AttemptEnd answered() {
    return new AttemptEnd.Answered(
        new AnswerId(ids.next()),
        new Depiction(
            "A red bicycle leans against a white wall in the evening sun",
            "A red bicycle with a basket leans against a white wall. The sun is low and throws a"
                + " long shadow over the pavement. A cat sits beside the front wheel.",
            List.of("bicycle", "wall", "sunset", "cat", "street", "shadow"),
            Optional.of("No parking"),
            "en"),
        new Provenance(
            "bench", "model", "model-001", new Usage(1200, 90, 0, 0), new MicroDollars(600)));
  }

  private NewTask task() {
    var content = new byte[PICTURE_BYTES];
    random.nextBytes(content);
    var media = new Media(MediaDigest.of(content), MediaFormat.JPEG, content.length, 640, 480);
    var question =
        new Question(
            media.digest(),
            "",
            "",
            "bench",
            Optional.empty(),
            "en",
            MediaResolution.HIGH,
            "bench-1",
            1,
            1);
    String source = "pictures/" + media.digest().hex().substring(0, 12) + ".jpg";
    return new NewTask(
        new TaskId(ids.next()),
        new Origin("local", source, List.of(), Optional.empty()),
        media,
        Optional.of(content),
        question,
        new Estimate(KEY, 1200, new MicroDollars(700)),
        Lane.NORMAL,
        false,
        Optional.empty());
  }

  private static void each(int callers, int count, ThreadFactory threads, IntConsumer work)
      throws InterruptedException {
    var next = new AtomicInteger();
    var running = new ArrayList<Thread>();
    for (int i = 0; i < callers; i++) {
      Thread thread =
          threads.newThread(() -> {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
              work.accept(n);
            }
          });
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
  }

  private static long ticker() {
    return System.nanoTime();
  }

  private static double perSecond(int count, long start) {
    return count * 1e9 / (ticker() - start);
  }

  private static void print(String what, double[] rates) {
    double[] sorted = rates.clone();
    Arrays.sort(sorted);
    OUT.printf(
        "%-60s %,8.0f tasks/s  (%,.0f to %,.0f)%n",
        what, sorted[ROUNDS / 2], sorted[0], sorted[ROUNDS - 1]);
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
