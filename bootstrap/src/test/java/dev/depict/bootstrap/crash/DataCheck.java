package dev.depict.bootstrap.crash;

import dev.depict.bootstrap.crash.Rules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Whether the rows, files and indexes of a database agree with each other. */
record DataCheck(Snapshot snapshot) {
  private record Picture(String digest, long bytes, byte[] content) {}

  /** What is wrong; nothing when all is well. */
  List<String> findings(List<Rule> rules) throws SQLException, IOException {
    var findings = new ArrayList<String>();
    for (String verdict : snapshot.all("PRAGMA integrity_check", row -> row.getString(1))) {
      if (!verdict.equals("ok")) {
        findings.add("the database is damaged: " + verdict);
      }
    }
    for (Rule rule : rules) {
      List<String> rows = snapshot.all(rule.query(), row -> row.getString(1));
      if (!rows.isEmpty()) {
        findings.add(
            "%s: %d times, the first at %s".formatted(rule.broken(), rows.size(), rows.getFirst()));
      }
    }
    return findings;
  }

  /** Pictures that are not what their names say, and a full-text index that is not whole. */
  List<String> contents() throws SQLException, IOException {
    var findings = new ArrayList<String>();
    for (Picture picture :
        snapshot.all(
            "SELECT hex(digest), bytes, content FROM media",
            row -> {
              byte[] content = row.getBytes(3);
              return new Picture(
                  row.getString(1).toLowerCase(java.util.Locale.ROOT),
                  row.getLong(2),
                  content == null ? new byte[0] : content);
            })) {
      byte[] content = picture.content().length > 0 ? picture.content() : file(picture.digest());
      if (content.length != picture.bytes() || !Digests.sha256(content).equals(picture.digest())) {
        findings.add("picture %s cannot be read".formatted(picture.digest()));
      }
    }
    try {
      snapshot.change("INSERT INTO chunk_text (chunk_text) VALUES ('integrity-check')");
    } catch (SQLException e) {
      findings.add("the full-text index is damaged: " + e.getMessage());
    }
    return findings;
  }

  private byte[] file(String digest) throws IOException {
    Path file =
        snapshot
            .data()
            .resolve("media")
            .resolve(digest.substring(0, 2))
            .resolve(digest.substring(2));
    return Files.exists(file) ? Files.readAllBytes(file) : HexFormat.of().parseHex("");
  }
}
