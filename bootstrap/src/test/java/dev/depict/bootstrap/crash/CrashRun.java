package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Server.Ready;
import dev.depict.emulator.Delay;
import dev.depict.emulator.EmulatorSettings;
import dev.depict.emulator.GeminiEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Kills a server again and again while it is used, and looks what has become of its data. */
final class CrashRun {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SHORTEST_LIFE = 200;
  private static final int LONGEST_LIFE = 6_000;

  /** One start in so many is killed before it listens, or soon after. */
  private static final int EARLY = 7;

  private static final int EARLY_MILLIS = 2_000;
  private static final Duration QUICKEST_ANSWER = Duration.ofMillis(5);
  private static final Duration SLOWEST_ANSWER = Duration.ofMillis(60);

  /** More is done in a short life when little time goes into compiling. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  /** In place of a cache that the build makes. */
  private static final String ARCHIVE =
      " -XX:+AutoCreateSharedArchive -Xlog:cds=off -Xlog:aot=off -XX:SharedArchiveFile=";

  private final Path folder;
  private final Path data;
  private final long seed;
  private final int kills;
  private final Random random;
  private final Power power;
  private final List<Long> readyMillis = new ArrayList<>();

  /**
   * A run.
   *
   * @param folder for everything but the data folder
   */
  CrashRun(Path folder, Path data, long seed, int kills, Power power) {
    this.folder = folder;
    this.data = data;
    this.seed = seed;
    this.kills = kills;
    this.random = new Random(seed);
    this.power = power;
  }

  CrashReport run() throws IOException, SQLException, InterruptedException {
    var inspection = new Inspection(data, folder.resolve("copy"));
    try (GeminiEmulator emulator = emulator();
        var crowd = new Crowd(folder.resolve("acks"), random)) {
      train(emulator);
      for (int kill = 1; kill <= kills; kill++) {
        boolean early = kill > 1 && random.nextInt(EARLY) == 0;
        Optional<Ready> ready = early ? liveShortly(emulator) : live(emulator, crowd);
        inspection.afterKill(kill, crowd.acks(), ready);
      }
      inspection.add(finish(emulator, crowd));
      inspection.add(crowd.faults());
      int arrivals = emulator.books().count();
      int acknowledged = inspection.atTheEnd(crowd.acks(), crowd.changes(), arrivals);
      return new CrashReport(
          seed,
          kills,
          acknowledged,
          crowd.deleted().size(),
          inspection.lost(),
          inspection.doubled(),
          crowd.changes().size(),
          arrivals,
          readyMillis,
          inspection.orphanMillis(),
          inspection.findings());
    }
  }

  private static GeminiEmulator emulator() {
    return GeminiEmulator.start(
        EmulatorSettings.of(InstantSource.system())
            .withThinking(Delay.between(QUICKEST_ANSWER, SLOWEST_ANSWER)));
  }

  private Server start(GeminiEmulator emulator) throws IOException {
    List<String> flags =
        List.of(
            "--gemini-base-url",
            emulator.baseUrl().toString(),
            "--gemini-api-key",
            "a-key",
            "--quota-rpm",
            "100000",
            "--worker-concurrency",
            "16");
    return Server.start(new Server.Setup(data, folder.resolve("server.log"), flags, environment()));
  }

  private Map<String, String> environment() throws IOException {
    var environment = new HashMap<>(power.environment());
    boolean quickened = Files.exists(Path.of("target", "depict.aot"));
    environment.put(
        "DEPICT_JAVA_OPTIONS", quickened ? QUICK : QUICK + ARCHIVE + folder.resolve("classes.jsa"));
    return environment;
  }

  /** A first life and a regular end, which stores what quickens all later starts. */
  private void train(GeminiEmulator emulator) throws IOException, InterruptedException {
    try (Server server = start(emulator)) {
      server.awaitReady();
      server.stop();
    }
  }

  /** Starts a server, and kills it while it is used. */
  private Optional<Ready> live(GeminiEmulator emulator, Crowd crowd)
      throws IOException, InterruptedException {
    try (Server server = start(emulator)) {
      Ready ready = server.awaitReady();
      readyMillis.add(Duration.between(server.started(), ready.time()).toMillis());
      crowd.line().up(ready.address());
      server.live(Duration.ofMillis(random.nextInt(SHORTEST_LIFE, LONGEST_LIFE)));
      server.kill();
      crowd.line().down();
      power.lost();
      return Optional.of(ready);
    }
  }

  /** Starts a server, and kills it before anybody uses it, most often before it listens. */
  private Optional<Ready> liveShortly(GeminiEmulator emulator)
      throws IOException, InterruptedException {
    try (Server server = start(emulator)) {
      server.live(Duration.ofMillis(random.nextInt(EARLY_MILLIS)));
      server.kill();
      power.lost();
      return Optional.empty();
    }
  }

  /** Lets everything come to its end, and stops as one should. */
  private List<String> finish(GeminiEmulator emulator, Crowd crowd)
      throws IOException, InterruptedException {
    try (Server server = start(emulator)) {
      crowd.line().up(server.awaitReady().address());
      server.live(Duration.ofMillis(SHORTEST_LIFE));
      crowd.endCalls();
      boolean idle = crowd.awaitIdle(PATIENCE);
      crowd.compareViews();
      server.stop();
      return idle ? List.of() : List.of("not all tasks came to their end in " + PATIENCE);
    }
  }
}
