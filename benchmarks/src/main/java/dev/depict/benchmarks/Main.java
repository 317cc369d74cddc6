package dev.depict.benchmarks;

import dev.depict.benchmarks.chaos.ChaosBenchmark;
import dev.depict.benchmarks.estimate.EstimateBenchmark;
import dev.depict.benchmarks.face.SocketBenchmark;
import dev.depict.benchmarks.face.WatchBenchmark;
import dev.depict.benchmarks.quota.CallerBenchmark;
import dev.depict.benchmarks.quota.QuotaBenchmark;
import dev.depict.benchmarks.quota.ServerBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs the benchmarks that are named, or all that take seconds: {@code ingest}, {@code drain},
 * {@code idle}, {@code caller}, {@code pictures}, {@code server}, {@code socket}, {@code watch}.
 * {@code depth} takes minutes, as do {@code quota}, {@code caller-quota}, {@code estimate} and
 * {@code chaos}, which have options and are run by their name alone.
 */
public final class Main {
  private static final String DEPTH = "depth";

  /** Something with options that can go wrong: false when it did. */
  private interface Run {
    boolean run(Path folder, List<String> options) throws Exception;
  }

  private record Trial(Run run, String usage) {}

  /** Something to measure, in a folder of its own. */
  private interface Benchmark {
    void run(Path folder) throws Exception;
  }

  private Main() {}

  /**
   * @param arguments names of benchmarks, none for all; or the name of one that has options, and
   *     these
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("ingest", IngestBenchmark::run);
    all.put("drain", DrainBenchmark::run);
    all.put("idle", LatencyBenchmark::idle);
    all.put("caller", LatencyBenchmark::caller);
    all.put("pictures", _ -> PictureBenchmark.run());
    all.put("server", ServerBenchmark::run);
    all.put("socket", SocketBenchmark::run);
    all.put("watch", WatchBenchmark::run);
    all.put(DEPTH, DepthBenchmark::run);
    List<String> given = List.of(arguments);
    Path folder = Files.createDirectories(Path.of("benchmarks", "target", "data"));
    Map<String, Trial> trials = trials();
    if (!given.isEmpty() && trials.containsKey(given.getFirst())) {
      Trial trial = Objects.requireNonNull(trials.get(given.getFirst()));
      System.exit(tried(folder, given.subList(1, given.size()), trial));
    }
    List<String> wanted = given.isEmpty() ? quick(all.keySet()) : given;
    if (!all.keySet().containsAll(wanted)) {
      System.err.printf(
          "unknown benchmark in %s; there are %s, and alone one of %s%n",
          wanted, all.keySet(), trials.keySet());
      System.exit(2);
    }
    Machine.describe(folder);
    for (String name : wanted) {
      System.out.println();
      Objects.requireNonNull(all.get(name)).run(fresh(folder));
    }
  }

  private static List<String> quick(Set<String> all) {
    return all.stream().filter(name -> !name.equals(DEPTH)).toList();
  }

  private static Map<String, Trial> trials() {
    Map<String, Trial> trials = new LinkedHashMap<>();
    trials.put("quota", new Trial(QuotaBenchmark::run, QuotaBenchmark.USAGE));
    trials.put("caller-quota", new Trial(CallerBenchmark::run, CallerBenchmark.USAGE));
    trials.put(
        "estimate",
        new Trial(
            (folder, options) -> {
              EstimateBenchmark.run(folder, options);
              return true;
            },
            EstimateBenchmark.USAGE));
    trials.put(
        "chaos",
        new Trial(
            (folder, options) -> ChaosBenchmark.run(folder, options).isEmpty(),
            ChaosBenchmark.USAGE));
    return trials;
  }

  private static int tried(Path folder, List<String> options, Trial trial) throws Exception {
    Machine.describe(folder);
    System.out.println();
    var pressure = new Pressure();
    try {
      boolean good = trial.run().run(fresh(folder), options);
      pressure.print();
      return good ? 0 : 1;
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage() + "; usage: " + trial.usage());
      return 2;
    } catch (IllegalStateException broken) {
      System.err.println(broken.getMessage());
      return 1;
    }
  }

  private static Path fresh(Path folder) throws IOException {
    return Files.createTempDirectory(folder, "run-");
  }
}
