package dev.depict.application.service;

import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at all keys has found.
 *
 * @param denied what keeps the calls of a key, where something does
 * @param busy whether something is due that is being prepared or waits for a slot
 */
record Findings(Map<QuotaKey, WaitReason> denied, boolean busy) {
  /** Nothing can be begun until something that was begun has ended. */
  static final Findings BUSY = new Findings(Map.of(), true);

  /** When the first call that was denied will be permitted, as far as anybody knows. */
  Optional<Instant> next() {
    return denied.values().stream()
        .flatMap(reason -> reason.until().stream())
        .min(Comparator.naturalOrder());
  }

  /** What ends first of all that keeps calls. */
  Optional<WaitReason> first() {
    return denied.values().stream()
        .min(Comparator.comparing(reason -> reason.until().orElse(Instant.MAX)));
  }
}
