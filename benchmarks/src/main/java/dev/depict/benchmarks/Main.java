package dev.depict.benchmarks;

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
 * {@code idle}, {@code caller}, {@code pictures}, {@code server}. {@code depth} and {@code quota}
 * take minutes; {@code quota} has options, and is run by its name alone.
 */
public final class Main {
  private static final String QUOTA = "quota";
  private static final String DEPTH = "depth";

  /** Something to measure, in a folder of its own. */
  private interface Benchmark {
    void run(Path folder) throws Exception;
  }

  private Main() {}

  /**
   * @param arguments names of benchmarks, none for all; or {@code quota} and its options
   */
  public static void main(String[] arguments) throws Exception {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("ingest", IngestBenchmark::run);
    all.put("drain", DrainBenchmark::run);
    all.put("idle", LatencyBenchmark::idle);
    all.put("caller", LatencyBenchmark::caller);
    all.put("pictures", _ -> PictureBenchmark.run());
    all.put("server", ServerBenchmark::run);
    all.put(DEPTH, DepthBenchmark::run);
    List<String> given = List.of(arguments);
    boolean isQuota = !given.isEmpty() && given.getFirst().equals(QUOTA);
    List<String> wanted = given.isEmpty() ? quick(all.keySet()) : given;
    if (!isQuota && !all.keySet().containsAll(wanted)) {
      System.err.println(
          "unknown benchmark in " + wanted + "; there are " + all.keySet() + " and " + QUOTA);
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of("benchmarks", "target", "data"));
    Machine.describe(folder);
    if (isQuota) {
      System.exit(quota(folder, given.subList(1, given.size())));
    }
    for (String name : wanted) {
      System.out.println();
      Objects.requireNonNull(all.get(name)).run(fresh(folder));
    }
  }

  private static List<String> quick(Set<String> all) {
    return all.stream().filter(name -> !name.equals(DEPTH)).toList();
  }

  private static int quota(Path folder, List<String> options) throws Exception {
    System.out.println();
    try {
      return QuotaBenchmark.run(fresh(folder), options) ? 0 : 1;
    } catch (IllegalArgumentException notUnderstood) {
      System.err.println(notUnderstood.getMessage() + "; usage: " + QuotaBenchmark.USAGE);
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
