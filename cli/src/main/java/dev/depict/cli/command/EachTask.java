package dev.depict.cli.command;

import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.remote.Remote;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Does the same with several tasks; one that fails does not keep the others from it. */
final class EachTask {
  private final Invocation invocation;

  EachTask(Invocation invocation) {
    this.invocation = invocation;
  }

  /**
   * @param action asks the server about the task of that name
   * @param show prints what came of it, and tells whether it is as wished
   * @return the exit code
   */
  <T> int run(List<String> names, BiFunction<Remote, String, T> action, Predicate<T> show) {
    boolean good = true;
    try (Remote remote = invocation.connect()) {
      for (String name : names) {
        try {
          good &= show.test(action.apply(remote, name));
        } catch (CommandFailed e) {
          good = false;
          invocation.note(e.line());
        }
      }
    }
    return good ? 0 : CommandFailed.FAILURE;
  }
}
