package dev.depict.cli.port;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a command writes, and where a person answers.
 *
 * @param in what a person types; read only where one looks on
 * @param interactive whether a person looks on; then progress is one line that is rewritten
 * @param colours whether escape sequences for colours are understood and wanted
 * @param columns width to fit tables to
 */
public record Terminal(
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean colours,
    int columns) {
  /** The width where nobody looks on, or none is known. */
  public static final int DEFAULT_COLUMNS = 100;

  private static final int LEAST_COLUMNS = 40;
  private static final Set<String> YES = Set.of("y", "yes");

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
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        interactive,
        interactive && !plain,
        interactive ? TerminalWidth.of(environment) : DEFAULT_COLUMNS);
  }

  /**
   * Asks a person, and waits for the answer. Only for a terminal.
   *
   * @return whether the answer is yes; whatever else is typed, and the end of the input, is a no
   */
  public boolean agrees(String question) {
    out.flush();
    err.print(question + " [y/N] ");
    err.flush();
    try {
      String answer = in.readLine();
      return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
