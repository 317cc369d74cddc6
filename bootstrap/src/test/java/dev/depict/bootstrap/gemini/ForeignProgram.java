package dev.depict.bootstrap.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in another language, from the folder of examples. */
final class ForeignProgram implements AutoCloseable {
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();

  private final Process process;
  private final Path errors;

  private ForeignProgram(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param folder where it may write
   * @param script inside the folder of examples
   */
  static ForeignProgram start(Path folder, String script, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(script.endsWith(".py") ? python() : "node");
    command.add(EXAMPLES.resolve(script).toString());
    command.addAll(arguments);
    Path errors = Files.createTempFile(folder, "errors", "");
    var builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    return new ForeignProgram(builder.start(), errors);
  }

  /** What it printed; it must have ended well. */
  List<String> lines() throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out.lines().toList();
  }

  /** Leaves nothing running, also when the test failed before its end. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The system's own, which has the packages of the system, before any other. */
  private static String python() {
    return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
  }
}
