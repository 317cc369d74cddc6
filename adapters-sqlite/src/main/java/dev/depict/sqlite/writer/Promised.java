package dev.depict.sqlite.writer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A ticket for which no thread waits. */
final class Promised<M, R> extends Ticket<M, R> {
  private final CompletableFuture<R> promise = new CompletableFuture<>();
  private final Function<Exception, RuntimeException> told;

  /**
   * @param told makes what its caller is told of what made it fail
   */
  Promised(Work<M, R> work, Function<Exception, RuntimeException> told) {
    super(work);
    this.told = told;
  }

  CompletionStage<R> stage() {
    return promise;
  }

  /** Tells what became of the command, and runs on this thread what depends on it. */
  void keep() {
    try {
      Optional<RuntimeException> failed = failure().map(told);
      if (failed.isPresent()) {
        promise.completeExceptionally(failed.get());
      } else {
        promise.complete(result());
      }
    } catch (RuntimeException defect) {
      promise.completeExceptionally(defect);
    }
  }
}
