package dev.depict.benchmarks.estimate;

import dev.depict.benchmarks.program.Child;
import dev.depict.benchmarks.program.ColdStart;
import dev.depict.benchmarks.program.PackagedServer;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.model.TokenTruth;
import dev.depict.emulator.picture.PixelCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Estimates pictures before any answer is known, and again after some; then has them answered and
 * compares. The pictures that are estimated again and again are answered last, and are others than
 * those that teach.
 */
public final class EstimateBenchmark {
  /** How it is called. */
  public static final String USAGE = EstimateSettings.USAGE;

  private static final String KEY = "estimate";
  private static final int TAUGHT = 500;
  private static final int COMPARED = 100;
  private static final List<Integer> STAGES = List.of(0, 20, 100, TAUGHT);
  private static final int SHORTEST = 64;
  private static final int LONGEST = 1_600;
  private static final String REQUESTS_PER_MINUTE = "6000";

  private final Client client;
  private final List<byte[]> teaching = pictures(0, TAUGHT);
  private final List<byte[]> compared = pictures(TAUGHT, COMPARED);

  private EstimateBenchmark(Client client) {
    this.client = client;
  }

  /**
   * Runs it.
   *
   * @param options as on the command line
   * @throws IllegalArgumentException if the options are not understood
   * @throws IllegalStateException if a program does not run as it should
   */
  public static void run(Path folder, List<String> options)
      throws IOException, InterruptedException {
    EstimateSettings settings = EstimateSettings.read(options);
    settings.print(TAUGHT, COMPARED);
    try (GeminiEmulator provider = provider(settings);
        Child server = server(provider, settings, folder);
        var client = new Client(server.address())) {
      new EstimateBenchmark(client).compare();
    }
  }

  private static GeminiEmulator provider(EstimateSettings settings) {
    var truth = new TokenTruth(settings.factor(), settings.noise());
    List<GeminiModel> models =
        GeminiModel.known().stream()
            .map(model -> model.name().equals(settings.model()) ? model.withTruth(truth) : model)
            .toList();
    return GeminiEmulator.start(
        EmulatorSettings.of(InstantSource.system())
            .withKeys(KEY, ColdStart.KEY)
            .withModels(models));
  }

  private static Child server(GeminiEmulator provider, EstimateSettings settings, Path folder)
      throws IOException {
    List<String> flags =
        List.of("--quota-rpm", REQUESTS_PER_MINUTE, "--gemini-model", settings.model());
    return new PackagedServer(folder, flags)
        .asking(provider.baseUrl().toString(), KEY)
        .start("server.log");
  }

  private static List<byte[]> pictures(int from, int count) {
    var random = new Random(from);
    return IntStream.range(from, from + count)
        .mapToObj(number ->
            PixelCode.jpeg(
                number, random.nextInt(SHORTEST, LONGEST), random.nextInt(SHORTEST, LONGEST)))
        .toList();
  }

  private void compare() throws InterruptedException {
    Amount before = client.estimate(teaching);
    Map<Integer, Amount> estimates = new LinkedHashMap<>();
    int answered = 0;
    for (int stage : STAGES) {
      client.answer(teaching.subList(answered, stage));
      answered = stage;
      estimates.put(stage, client.estimate(compared));
    }
    Amount taught = client.total();
    client.answer(compared);
    Amount truth = client.total().minus(taught);
    before.print("all %d, estimated before".formatted(TAUGHT), taught);
    estimates.forEach((stage, estimate) ->
        estimate.print("%d others, after %d answers".formatted(COMPARED, stage), truth));
  }
}
