package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code -Ddepict.crash.kills=100} kills more often than by default; {@code -Ddepict.crash.seed}
 * repeats the choices of an earlier run, though not its threads.
 */
class CrashHarnessIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void a_server_that_is_killed_under_load_keeps_what_it_acknowledged_and_does_it_once()
      throws Exception {
    long seed = Long.getLong("depict.crash.seed", System.nanoTime() & 0xffff_ffffL);
    int kills = Integer.getInteger("depict.crash.kills", 10);
    Path data = Files.createDirectories(folder.resolve("data"));

    CrashReport report = new CrashRun(folder, data, seed, kills, Power.stays()).run();

    System.out.println(report.summary());
    assertThat(report.findings()).as(report.summary()).isEmpty();
    assertThat(report.lost()).as(report.summary()).isEmpty();
    assertThat(report.doubled()).as(report.summary()).isEmpty();
    assertThat(report.acknowledged()).isGreaterThan(kills);
    assertThat(report.deleted()).as("tasks deleted").isPositive();
  }
}
