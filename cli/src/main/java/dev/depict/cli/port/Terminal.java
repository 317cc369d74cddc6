package dev.depict.cli.port;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes.
 *
 * @param interactive whether a person looks on; then progress is one line that is rewritten
 * @param colours whether escape sequences for colours are understood and wanted
 * @param columns width to fit tables to
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean interactive, boolean colours, int columns) {
  /** The width where nobody looks on, or none is known. */
  public static final int DEFAULT_COLUMNS = 100;

  private static final int LEAST_COLUMNS = 40;

  public Terminal {
    columns = Math.max(LEAST_COLUMNS, columns);
  }

  /**
   * The terminal of this process. Writes UTF-8 whatever the locale, so that no text is lost.
   *
   * @param environment {@code NO_COLOR}, {@code TERM} and {@code COLUMNS} are looked at
   */
  public static Terminal ofProcess(Map<String, String> environment) {
    // Without the module of the line editor there is no console but on a terminal.
    boolean interactive =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        interactive,
        interactive && !plain,
        interactive ? TerminalWidth.of(environment) : DEFAULT_COLUMNS);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
