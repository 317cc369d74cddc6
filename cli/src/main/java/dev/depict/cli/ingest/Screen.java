package dev.depict.cli.ingest;

import dev.depict.cli.port.Terminal;
import dev.depict.cli.text.Fit;

/** Notes beside the results, and below them one line of progress that is rewritten. */
final class Screen {
  private final Terminal terminal;
  private String shown = "";

  Screen(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Says something once, on a line of its own. */
  synchronized void note(String line) {
    clear();
    terminal.err().println("depict: " + Fit.oneLine(line));
    terminal.err().flush();
  }

  /** Replaces the line of progress. Only for a terminal. */
  synchronized void progress(String line) {
    String fitting = Fit.beginning(Fit.oneLine(line), terminal.columns() - 1);
    if (!fitting.equals(shown)) {
      terminal.err().print("\r" + fitting + "\u001b[K");
      terminal.err().flush();
      shown = fitting;
    }
  }

  /** Removes the line of progress, so that something else can be written. */
  synchronized void clear() {
    if (!shown.isEmpty()) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
      shown = "";
    }
  }
}
