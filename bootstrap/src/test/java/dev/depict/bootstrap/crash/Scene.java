package dev.depict.bootstrap.crash;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What all callers share.
 *
 * @param pictures how many different ones have been sent
 * @param backlog tasks that are not final
 * @param faults what must not happen and did
 */
record Scene(
    Line line,
    AtomicInteger pictures,
    IntSupplier backlog,
    Collection<String> faults,
    AtomicBoolean ended) {
  static Scene of(Line line, IntSupplier backlog, Collection<String> faults) {
    return new Scene(line, new AtomicInteger(), backlog, faults, new AtomicBoolean());
  }
}
