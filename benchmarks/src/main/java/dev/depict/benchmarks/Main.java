package dev.depict.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs the benchmarks that are named, or all: {@code ingest}, {@code drain}, {@code pictures}. */
public final class Main {
  /** Something to measure, in a folder of its own. */
  private interface Benchmark {
    void run(Path folder) throws Exception;
  }

  private Main() {}

  /**
   * @param names of benchmarks; none for all
   */
  public static void main(String[] names) throws Exception {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("ingest", IngestBenchmark::run);
    all.put("drain", DrainBenchmark::run);
    all.put("pictures", _ -> PictureBenchmark.run());
    List<String> wanted = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
    if (!all.keySet().containsAll(wanted)) {
      System.err.println("unknown benchmark in " + wanted + "; there are " + all.keySet());
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of("benchmarks", "target", "data"));
    Machine.describe(folder);
    for (String name : wanted) {
      System.out.println();
      Objects.requireNonNull(all.get(name)).run(fresh(folder));
    }
  }

  private static Path fresh(Path folder) throws IOException {
    return Files.createTempDirectory(folder, "run-");
  }
}
