package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import java.util.Locale;

/** Has a person agree to what is much at once. */
record Consent(Invocation invocation, ManyOptions options) {
  /**
   * Returns when it may be done.
   *
   * @param what is about to happen, such as {@code cancel 1200 tasks}
   * @throws CommandFailed when it may not
   */
  void ask(String what) {
    if (options.agreed()) {
      return;
    }
    if (!invocation.terminal().interactive()) {
      throw CommandFailed.usage(
          "nothing was done: this would " + what + "; add --yes to do it without a question");
    }
    String question = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
    if (!invocation.terminal().agrees(question + "?")) {
      throw CommandFailed.failure("nothing was done");
    }
  }
}
