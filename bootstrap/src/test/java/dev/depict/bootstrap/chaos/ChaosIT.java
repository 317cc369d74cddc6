package dev.depict.bootstrap.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.benchmarks.chaos.ChaosBenchmark;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code benchmarks/run chaos}. {@code -Ddepict.chaos.seed} lets other calls go
 * wrong.
 */
class ChaosIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void between_a_failing_provider_and_a_kill_every_task_ends_as_is_due_and_every_call_is_booked()
      throws Exception {
    int seed = Integer.getInteger("depict.chaos.seed", 1);

    assertThat(ChaosBenchmark.run(folder, List.of("--short", "--seed", Integer.toString(seed))))
        .isEmpty();
  }
}
