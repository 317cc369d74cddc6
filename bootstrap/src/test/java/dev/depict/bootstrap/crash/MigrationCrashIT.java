package dev.depict.bootstrap.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class MigrationCrashIT {
  private static final int TASKS = 100_000;
  private static final int KILLS = 3;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final long seed = Long.getLong("depict.crash.seed", System.nanoTime() & 0xffff_ffffL);

  @Test
  void a_migration_that_is_killed_begins_anew_and_loses_nothing() throws Exception {
    Path data = folder.resolve("data");
    VersionOne.write(data, TASKS);
    var random = new Random(seed);
    int inTheMiddle = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      try (Server server = start(data)) {
        awaitMigration(data, server);
        server.live(Duration.ofMillis(random.nextInt(150)));
        server.kill();
      }
      inTheMiddle += version(data) == 1 ? 1 : 0;
    }

    try (Server server = start(data)) {
      server.awaitReady();
      server.stop();
    }

    System.out.printf(
        "migration: seed %d, %d kills, %d of them before it was done, %d tasks%n",
        seed, KILLS, inTheMiddle, TASKS);
    assertThat(inTheMiddle).isPositive();
    try (Snapshot snapshot = Snapshot.of(data, folder.resolve("copy"))) {
      assertThat(snapshot.number("PRAGMA user_version")).isGreaterThan(1);
      assertThat(snapshot.number("SELECT count(*) FROM task")).isEqualTo(TASKS);
      var check = new DataCheck(snapshot);
      assertThat(check.findings(Rules.ALWAYS)).isEmpty();
      assertThat(check.findings(Rules.DONE)).isEmpty();
      assertThat(check.contents()).isEmpty();
    }
  }

  private Server start(Path data) throws Exception {
    return Server.start(
        new Server.Setup(
            data, folder.resolve("server.log"), List.of("--analyzer", "offline"), Map.of()));
  }

  private long version(Path data) throws Exception {
    try (Snapshot snapshot = Snapshot.of(data, folder.resolve("copy"))) {
      assertThat(snapshot.number("SELECT count(*) FROM task")).isEqualTo(TASKS);
      return snapshot.number("PRAGMA user_version");
    }
  }

  /** Waits until somebody else writes to the database, or has done so. */
  private static void awaitMigration(Path data, Server server) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("depict.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      while (isFree(statement)) {
        server.live(Duration.ofMillis(5));
      }
    }
  }

  private static boolean isFree(Statement statement) throws SQLException {
    try {
      statement.executeUpdate("BEGIN IMMEDIATE");
      statement.executeUpdate("ROLLBACK");
    } catch (SQLException e) {
      return false;
    }
    try (var version = statement.executeQuery("PRAGMA user_version")) {
      return version.getInt(1) == 1;
    }
  }
}
