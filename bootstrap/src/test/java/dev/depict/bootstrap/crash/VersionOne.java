package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;

/** A database as the first version wrote it, with as many tasks as one likes; all are answered. */
final class VersionOne {
  private static final Path FIRST =
      Path.of("..", "adapters-sqlite", "src", "main", "resources", "dev", "depict", "sqlite", "db")
          .resolve("001-first.sql");

  /** The bytes of every picture's content; its digest is that of the content. */
  private static final byte[] CONTENT = {1};

  private VersionOne() {}

  /** Writes the database of a data folder. */
  static void write(Path data, int tasks) throws IOException, SQLException {
    Files.createDirectories(data);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("depict.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA journal_mode = WAL");
      statement.executeUpdate(Files.readString(FIRST));
      statement.executeUpdate("BEGIN");
      statement.executeUpdate(rows(tasks));
      statement.executeUpdate("PRAGMA user_version = 1");
      statement.executeUpdate("COMMIT");
    }
  }

  // Each question has a fingerprint of its own, and all ask about one picture.
  private static String rows(int tasks) {
    return """
    INSERT INTO meta VALUES ('database', 7), ('epoch', 3);
    INSERT INTO name VALUES (1, 'node-0'), (2, 'local');
    INSERT INTO quota_key VALUES (1, 'gemini', 'default', 'model-a');
    INSERT INTO profile VALUES (1, 'gemini', NULL, 'en', 3, 'test-1', 1, 1);
    INSERT INTO media VALUES (1, x'%2$s', 2, 1, 640, 480, x'01');
    CREATE TEMP TABLE n AS
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
      SELECT i FROM n;
    INSERT INTO task (ordinal, id, fingerprint, media, principal, quota, profile, status, lane,
      live, attempts, estimate_tokens, estimate_cost, create_time, update_time, start_time,
      finish_time, answer)
    SELECT i, unhex(printf('%%032x', i)), unhex(printf('%%064x', i)), 1, 2, 1, 1, 2, 1, 0, 1,
      1000, 50, %3$d, %3$d, %3$d, %3$d, i FROM n;
    INSERT INTO task_text SELECT i, 'picture ' || i, 'which ' || i, '', '', 'request-' || i, NULL
      FROM n;
    INSERT INTO request SELECT 2, 'request-' || i, unhex(printf('%%064x', i)),
      unhex(printf('%%032x', i)), %3$d FROM n;
    INSERT INTO attempt SELECT i, 1, 3, 1, 2, 0, 50, %3$d, %3$d, NULL, 900, 80, 0,
      0, 40 FROM n;
    INSERT INTO usage_day SELECT 0, 1, count(*), 900 * count(*), 80 * count(*), 40 * count(*)
      FROM n;
    INSERT INTO answer SELECT i, unhex(printf('%%032x', 1000000000 + i)),
      unhex(printf('%%064x', i)), 1, 'alt', 'description', 'one', NULL, 'en', 'gemini',
      'model-a', 'model-a', 900, 80, 0, 0, 40, %3$d FROM n;
    INSERT INTO chunk SELECT i, 'picture ' || i, 'picture ' || i, '', '' FROM n;
    INSERT INTO chunk_text (rowid, title, description, alt_text, ocr_text, keywords, sources,
      contexts, labels)
    SELECT i, 'picture', 'description', 'alt', '', 'one', 'picture', '', '' FROM n;
    INSERT INTO event SELECT 3 * i - 2, i, 1, NULL, 0, %3$d, NULL FROM n;
    INSERT INTO event SELECT 3 * i - 1, i, 2, 0, 1, %3$d, NULL FROM n;
    INSERT INTO event SELECT 3 * i, i, 5, 1, 2, %3$d, NULL FROM n;
    """
        .formatted(tasks, Digests.sha256(CONTENT), InstantSource.system().millis());
  }

  /** The acknowledgement for a task. */
  static Ack created(int task) {
    return new Ack(Ack.Kind.CREATED, "%032x".formatted(task), Digests.sha256(CONTENT));
  }
}
