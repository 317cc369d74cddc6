package dev.depict.application.port.out;

import dev.depict.domain.task.Lease;

/**
 * A task taken for one attempt.
 *
 * @param countedFailures failures of this round that count against the retry policy, without this
 *     attempt
 */
public record Claim(Lease lease, int countedFailures) {}
