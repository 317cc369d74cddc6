package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.bootstrap.crash.PowerLoss.Syncs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Ddepict.power.losses} and {@code -Ddepict.crash.seed} as in {@link CrashHarnessIT}. */
@Tag("foreign")
class PowerLossIT {
  private static final int TASKS = 50;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final long seed = Long.getLong("depict.crash.seed", System.nanoTime() & 0xffff_ffffL);

  @Test
  void what_was_acknowledged_survives_the_loss_of_every_write_that_was_not_synced()
      throws Exception {
    int losses = Integer.getInteger("depict.power.losses", 6);
    Path data = folder.resolve("data");
    PowerLoss power = PowerLoss.of(data, folder.resolve("power"), new Random(seed));

    CrashReport report = new CrashRun(folder, data, seed, losses, power).run();

    System.out.printf(
        "power loss, %d unsynced changes taken back: %s%n", power.takenBack(), report.summary());
    assertThat(power.takenBack()).isPositive();
    assertThat(report.lost()).as(report.summary()).isEmpty();
    assertThat(report.doubled()).as(report.summary()).isEmpty();
    assertThat(report.findings()).as(report.summary()).isEmpty();
  }

  @Test
  void on_a_disk_that_ignores_syncs_the_same_loss_is_seen() throws Exception {
    Path data = folder.resolve("data");
    PowerLoss power = PowerLoss.of(data, folder.resolve("power"), new Random(seed));
    live(data, power.with(Syncs.HONEST), "before", 1);
    List<Ack> kept = AckLog.all(folder.resolve("before"));

    live(data, power.with(Syncs.IGNORED), "after", 1 + TASKS);

    List<Ack> gone = AckLog.all(folder.resolve("after"));
    try (Snapshot snapshot = Snapshot.of(data, folder.resolve("copy"))) {
      assertThat(AckCheck.of(snapshot, kept).lost()).isEmpty();
      AckCheck.Result result = AckCheck.of(snapshot, gone);
      System.out.printf(
          "power loss with syncs ignored: %d tasks acknowledged, %d acknowledgements lost%n",
          result.acknowledged(), result.lost().size());
      assertThat(result.acknowledged()).isPositive();
      assertThat(result.lost()).isNotEmpty();
    }
  }

  /** One life with one caller, which the power loss ends. */
  private void live(Path data, Power power, String logs, int first) throws Exception {
    Path log = Files.createDirectories(folder.resolve(logs)).resolve("caller");
    var setup =
        new Server.Setup(
            data,
            folder.resolve("server.log"),
            List.of("--analyzer", "offline"),
            power.environment());
    try (Server server = Server.start(setup)) {
      var line = new Line();
      line.up(server.awaitReady().address());
      var tasks = line.after(0).orElseThrow().tasks();
      Ingesting.send(tasks, new AckLog(log), first, first + TASKS);
      server.live(Duration.ofMillis(100));
      server.kill();
      line.close();
    }
    power.lost();
  }
}
