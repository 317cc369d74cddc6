package dev.depict.benchmarks.quota;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Use of a quota in real time, while more work waits than the quota allows: the calls that arrived
 * at the provider within some minutes, of as many as its limit allows in them.
 *
 * <p>The first minute begins with the first arrival and an empty window. The server may send two
 * thirds of it at once and sends the rest evenly, but no minute holds more than the limit, so that
 * the burst lifts no figure above what the limit allows. The server counts a call for longer than a
 * minute ({@code quota.guard}, 250 ms): that alone costs 0.4 % of each minute but the first.
 */
public final class QuotaBenchmark {
  /** How it is called. */
  public static final String USAGE = QuotaSettings.USAGE;

  private QuotaBenchmark() {}

  /**
   * Runs it.
   *
   * @param options as on the command line
   * @return whether no call was answered 429, in any run
   * @throws IllegalArgumentException if the options are not understood
   * @throws IllegalStateException if a program does not run as it should
   */
  public static boolean run(Path folder, List<String> options) throws Exception {
    QuotaSettings settings = QuotaSettings.read(options);
    System.out.printf(
        "quota: %d requests a minute, %d min from the first call on, counted %s at the provider;"
            + " network %s ms, answers after %s ms; guard 250 ms as in the default%n",
        settings.rpm(),
        settings.minutes(),
        settings.countings(),
        settings.network(),
        settings.latency());
    System.out.printf("drawing %d pictures …%n", settings.pictures());
    var pictures = new Pictures(settings.preparation());
    List<byte[]> drawn = pictures.draw(settings.pictures(), settings.preparation());
    System.out.printf(
        "%d distinct JPEGs, %d KiB in the mean; preparing one on the idle machine: %s%n",
        drawn.size(),
        drawn.stream().mapToLong(picture -> picture.length).sum() / drawn.size() / 1024,
        pictures.measured(drawn));
    List<QuotaResult> results = all(settings, folder, drawn);
    results.forEach(result -> result.print(settings));
    System.out.println("books and logs of both programs: " + folder);
    return results.stream().allMatch(QuotaResult::isGood);
  }

  private static List<QuotaResult> all(QuotaSettings settings, Path folder, List<byte[]> pictures)
      throws InterruptedException {
    List<Callable<QuotaResult>> runs =
        settings.countings().stream()
            .<Callable<QuotaResult>>map(
                counting -> new QuotaRun(settings, counting, folder, pictures)::measure)
            .toList();
    var results = new ArrayList<QuotaResult>();
    try (var threads = Executors.newFixedThreadPool(settings.together() ? runs.size() : 1)) {
      for (Future<QuotaResult> result : threads.invokeAll(runs)) {
        results.add(outcome(result));
      }
    }
    return results;
  }

  private static QuotaResult outcome(Future<QuotaResult> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(rootCause(failed).getMessage(), failed);
    }
  }

  private static Throwable rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
