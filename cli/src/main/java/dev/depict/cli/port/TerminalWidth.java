package dev.depict.cli.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The width of the terminal: {@code COLUMNS}, else what {@code stty} says, else the default. */
final class TerminalWidth {
  private TerminalWidth() {}

  static int of(Map<String, String> environment) {
    int named = number(environment.getOrDefault("COLUMNS", ""));
    return named > 0 ? named : asked();
  }

  private static int asked() {
    try {
      var stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      var answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int columns = number(answer.substring(answer.indexOf(' ') + 1));
      return columns > 0 ? columns : Terminal.DEFAULT_COLUMNS;
    } catch (IOException e) {
      return Terminal.DEFAULT_COLUMNS;
    }
  }

  private static int number(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : 0;
  }
}
