package dev.depict.bootstrap.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program that judges contracts, as npm installs it. */
final class Buf {
  /** Where the contract lies. */
  static final Path CONTRACT = Path.of("..", "proto").toAbsolutePath().normalize();

  /** The contract that clients rely on, as an image. */
  static final Path BASELINE = CONTRACT.resolve("baseline.binpb");

  private static final Path BUF =
      Path.of("..", "build-support", "foreign", "node_modules", ".bin", "buf")
          .toAbsolutePath()
          .normalize();

  private Buf() {}

  /** What it said, and how it ended. */
  record Verdict(int exitCode, String said) {}

  static Verdict run(Path contract, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(BUF.toString());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(contract.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verdict(process.waitFor(), said);
  }
}
