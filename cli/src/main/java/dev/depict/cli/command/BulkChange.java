package dev.depict.cli.command;

import com.google.protobuf.Message;
import dev.depict.cli.remote.Remote;
import dev.depict.cli.text.Amounts;
import dev.depict.cli.text.Json;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/**
 * Changes all tasks that a filter means, after counting them.
 *
 * @param verb such as {@code cancel}
 * @param done such as {@code cancelled}
 * @param call does it; only counts where it is told so
 * @param changed how many the response tells of
 */
record BulkChange<R extends Message>(
    String verb,
    String done,
    BiFunction<Remote, Boolean, R> call,
    ToLongFunction<R> matched,
    ToLongFunction<R> changed) {
  /** So many are changed without a question. */
  private static final long FEW = 20;

  int run(Invocation invocation, ManyOptions options, boolean json) {
    try (Remote remote = invocation.connect()) {
      R counted = call.apply(remote, true);
      long count = changed.applyAsLong(counted);
      if (!options.dryRun() && count > FEW) {
        new Consent(invocation, options).ask(verb + " " + Amounts.of(count, "task"));
      }
      boolean only = options.dryRun() || count == 0;
      R result = only ? counted : call.apply(remote, false);
      invocation.print(json ? Json.of(result) : told(result, options.dryRun()));
    }
    return 0;
  }

  private String told(R result, boolean dryRun) {
    String count = Amounts.of(matched.applyAsLong(result), "task");
    return "%s, %d %s%s"
        .formatted(count + " found", changed.applyAsLong(result), dryRun ? "would be " : "", done);
  }
}
