package dev.depict.domain.answer;

import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;

/**
 * Where an answer comes from and what it took.
 *
 * @param modelAsked the model the call named
 * @param modelAnswered the model the provider says answered
 */
public record Provenance(
    String provider, String modelAsked, String modelAnswered, Usage usage, MicroDollars cost) {}
