package dev.depict.domain.task;

import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * One try of a task: at most one call to the provider.
 *
 * @param number within the task, from 1, through all rounds
 * @param node the process that made it
 * @param counted whether it used up one of the attempts of its round
 * @param reserved what was set aside for it
 * @param cost what it took; what was set aside while nobody knows
 * @param startTime when the task was claimed
 * @param sendTime when the call was sent, if one was
 * @param externalId the provider's name for its response; empty when it gave none
 */
public record Attempt(
    int number,
    String node,
    AttemptState state,
    boolean counted,
    Optional<Failure> failure,
    Usage usage,
    MicroDollars reserved,
    MicroDollars cost,
    Instant startTime,
    Optional<Instant> sendTime,
    Optional<Instant> finishTime,
    String externalId) {}
