package dev.depict.benchmarks.quota;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Use of a quota in real time, while more work waits than the quota allows: the calls that arrived
 * at the provider within some minutes and were not answered 429, of as many as its limit allows in
 * them. Nothing is taken off for a restart.
 *
 * <p>The first minute begins with the first arrival and an empty window. The server may send two
 * thirds of it at once and sends the rest evenly, but no minute holds more than the limit, so that
 * the burst lifts no figure above what the limit allows. The server counts a call for longer than a
 * minute ({@code quota.guard}, 250 ms): that alone costs 0.4 % of each minute but the first.
 */
public final class QuotaBenchmark {
  /** How it is called. */
  public static final String USAGE = QuotaSettings.USAGE;

  private static final double MINUTE = 60_000;

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
    List<QuotaSettings> series = QuotaSettings.readAll(options);
    QuotaSettings settings = series.getFirst();
    List<Integer> limits = series.stream().map(QuotaSettings::rpm).toList();
    System.out.printf(
        "quota: %s requests a minute, %d min from the first call on, counted %s at the provider;"
            + " network %s ms, answers after %s ms; guard %d ms as in the default%n",
        limits,
        settings.minutes(),
        settings.countings(),
        settings.network(),
        settings.latency(),
        QuotaSettings.GUARD.toMillis());
    System.out.printf(
        "use: calls counted at the provider and not answered 429 in these %d min, of %d times the"
            + " limit; nothing is taken off for a restart. The guard leaves an even pace %.2f %%%n",
        settings.minutes(),
        settings.minutes(),
        100.0 * MINUTE / (MINUTE + QuotaSettings.GUARD.toMillis()));
    int count = series.stream().mapToInt(QuotaSettings::pictures).max().orElseThrow();
    System.out.printf("drawing %d pictures …%n", count);
    var pictures = new Pictures(settings.preparation());
    List<byte[]> drawn = pictures.draw(count, settings.preparation());
    System.out.printf(
        "%d distinct JPEGs, %d KiB in the mean; preparing one on the idle machine: %s%n",
        drawn.size(),
        drawn.stream().mapToLong(picture -> picture.length).sum() / drawn.size() / 1024,
        pictures.measured(drawn));
    QuotaResult.printHead();
    List<QuotaResult> results = all(series, folder, drawn);
    System.out.println("books and logs of both programs: " + folder);
    return results.stream().allMatch(QuotaResult::isGood);
  }

  /** Prints each as it ends. */
  private static List<QuotaResult> all(
      List<QuotaSettings> series, Path folder, List<byte[]> pictures) throws InterruptedException {
    List<Callable<QuotaResult>> runs =
        series.stream()
            .flatMap(settings ->
                settings.countings().stream()
                    .<Callable<QuotaResult>>map(
                        counting -> () -> one(settings, counting, folder, pictures)))
            .toList();
    var results = new ArrayList<QuotaResult>();
    boolean together = series.getFirst().together();
    try (var threads = Executors.newFixedThreadPool(together ? runs.size() : 1)) {
      for (Future<QuotaResult> result : threads.invokeAll(runs)) {
        results.add(outcome(result));
      }
    }
    return results;
  }

  private static QuotaResult one(
      QuotaSettings settings, String counting, Path folder, List<byte[]> pictures)
      throws IOException, InterruptedException {
    QuotaResult result = new QuotaRun(settings, counting, folder, pictures).measure();
    print(result);
    return result;
  }

  private static synchronized void print(QuotaResult result) {
    result.print();
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
