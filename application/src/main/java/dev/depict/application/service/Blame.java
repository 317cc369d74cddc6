package dev.depict.application.service;

import dev.depict.application.port.out.AttemptEnd;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.domain.task.Lease;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The failures in a row, of each key, that were counted against their tasks. When it turns out that
 * the provider is out of order they are forgiven. Safe for concurrent use.
 */
final class Blame {
  /** More failures in a row than it takes to hold any provider to be out of order. */
  private static final int KEPT = 1024;

  private final Map<QuotaKey, Deque<Lease>> counted = new HashMap<>();

  /** An attempt has ended, and its end is stored. */
  synchronized void ended(QuotaKey key, Lease lease, AttemptEnd end) {
    switch (end) {
      case AttemptEnd.RetryAt(var failure, var _) when isProviders(failure) -> add(key, lease);
      case AttemptEnd.Failed(var failure, var counts) when counts && isProviders(failure) ->
          add(key, lease);
      // Anything else shows that the provider answers; only what was given back shows nothing.
      case AttemptEnd.GivenBack _ -> {}
      case AttemptEnd.Answered _, AttemptEnd.Failed _, AttemptEnd.RetryAt _ -> counted.remove(key);
    }
  }

  /** Those that are to be forgiven now. */
  synchronized List<Lease> lift(QuotaKey key) {
    Deque<Lease> leases = counted.remove(key);
    return leases == null ? List.of() : List.copyOf(leases);
  }

  private void add(QuotaKey key, Lease lease) {
    Deque<Lease> leases = counted.computeIfAbsent(key, _ -> new ArrayDeque<>());
    leases.addLast(lease);
    if (leases.size() > KEPT) {
      leases.removeFirst();
    }
  }

  private static boolean isProviders(Failure failure) {
    return failure.failureClass() == FailureClass.CAPACITY
        || failure.failureClass() == FailureClass.NETWORK;
  }
}
