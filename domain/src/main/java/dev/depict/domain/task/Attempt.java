package dev.depict.domain.task;

import dev.depict.domain.answer.Usage;
import dev.depict.domain.quota.MicroDollars;
import java.time.Instant;
import java.util.Optional;

/**
 * One try of a task: at most one call to the provider.
 *
 * @param number within the task, from 1, through all rounds
 * @param node the process that made it
 * @param counted whether it used up one of the attempts of its round
 * @param reserved what was set aside for it
 * @param cost what it took, as far as known
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
    Optional<Instant> finishTime) {}
