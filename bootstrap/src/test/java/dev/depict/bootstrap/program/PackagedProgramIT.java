package dev.depict.bootstrap.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedProgramIT {
  private static final Path SAMPLES = Path.of("..", "samples").toAbsolutePath().normalize();

  @TempDir Path folder;
  private String data;

  @BeforeEach
  void choose_a_data_folder() {
    data = folder.resolve("data").toString();
  }

  private Program.Result depict(String... arguments) throws IOException, InterruptedException {
    return Program.run(folder, arguments);
  }

  private static void isOneClearLine(Program.Result result, int exitCode, String... words) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
    assertThat(result.err()).contains(words).doesNotContain("Exception", "\tat ");
  }

  @Test
  void it_tells_its_version_and_how_to_use_it() throws Exception {
    assertThat(depict("--version").out()).contains("0.1.0");
    assertThat(depict("--help").out()).contains("ingest", "serve", "watch", "task", "queue");
    assertThat(depict("config", "show", "--data-dir", data).out()).contains("data.dir", data);
  }

  @Test
  void the_samples_become_words_without_a_key_and_are_analyzed_once() throws Exception {
    var first = depict("ingest", SAMPLES.toString(), "--data-dir", data);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).contains("offline analyzer", "aistudio.google.com");
    assertThat(first.out()).contains("FILE", "STATUS", "ALT TEXT", "KEYWORDS");
    assertThat(first.out() + first.err()).contains("1 duplicate");

    var second = depict("ingest", SAMPLES.toString(), "--data-dir", data);

    assertThat(second.exitCode()).isZero();
    assertThat(second.out() + second.err()).contains("0 analyzed", "already known");
  }

  @Test
  void each_bad_file_gets_a_line_and_the_good_one_goes_through() throws Exception {
    Path good = Files.copy(aSample(), folder.resolve("good.jpg"));
    Path text = Files.writeString(folder.resolve("text.jpg"), "this is no picture, it is text\n");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    byte[] whole = Files.readAllBytes(aSample());
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 2));
    Path missing = folder.resolve("missing.jpg");

    var result =
        depict(
            "ingest",
            good.toString(),
            text.toString(),
            empty.toString(),
            cut.toString(),
            missing.toString(),
            "--data-dir",
            data);

    isOneClearLine(result, 1, "text.jpg", "empty.png", "cut.jpg", "missing.jpg");
    assertThat(result.out()).contains("good.jpg", "analyzed");
  }

  @Test
  void a_folder_without_pictures_is_told() throws Exception {
    Path none = Files.createDirectory(folder.resolve("none"));
    Files.writeString(none.resolve("notes.txt"), "nothing to see");

    isOneClearLine(depict("ingest", none.toString(), "--data-dir", data), 1, "none", "picture");
  }

  @Test
  void an_unknown_flag_is_a_usage_error() throws Exception {
    isOneClearLine(depict("ingest", "--frobnicate", "x.png"), 2, "--frobnicate", "--help");
    isOneClearLine(depict("serve", "--server-listen", "0.0.0.0:1"), 2, "server.listen", "0.0.0.0");
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_told() throws Exception {
    // Not even root may make folders there.
    isOneClearLine(
        depict("ingest", aSample().toString(), "--data-dir", "/proc/depict"), 1, "/proc/depict");
    Path file = Files.createFile(folder.resolve("file"));
    isOneClearLine(
        depict("ingest", aSample().toString(), "--data-dir", file.toString()), 1, file.toString());
  }

  @Test
  void a_port_in_use_is_told() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();

      isOneClearLine(depict("serve", "--data-dir", data, "--server-listen", address), 1, address);
    }
  }

  @Test
  void a_second_server_on_the_folder_is_refused_and_a_command_joins_the_first() throws Exception {
    try (var server = Program.serve(Path.of(data))) {
      isOneClearLine(
          depict("serve", "--data-dir", data, "--server-listen", "127.0.0.1:0"),
          1,
          data,
          server.address());

      var joined = depict("ingest", aSample().toString(), "--data-dir", data);

      assertThat(joined.exitCode()).as(joined.err()).isZero();
      assertThat(depict("task", "list", "--data-dir", data).out()).contains("completed");
      assertThat(depict("queue", "--data-dir", data).out()).containsIgnoringCase("completed");
    }
  }

  @Test
  void a_damaged_database_is_told() throws Exception {
    assertThat(depict("ingest", aSample().toString(), "--data-dir", data).exitCode()).isZero();
    Path database = Path.of(data).resolve("depict.db");
    byte[] bytes = Files.readAllBytes(database);
    Arrays.fill(bytes, 0, 8192, (byte) 0x5A);
    Files.write(database, bytes);

    isOneClearLine(
        depict("ingest", aSample().toString(), "--data-dir", data),
        1,
        "depict.db",
        "not a database");
  }

  @Test
  void a_server_that_nobody_runs_is_told() throws Exception {
    isOneClearLine(depict("queue", "--server", "127.0.0.1:1"), 1, "127.0.0.1:1", "depict serve");
  }

  private static Path aSample() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }
}
