package dev.depict.domain.answer;

import dev.depict.domain.question.Fingerprint;
import java.time.Instant;

/**
 * One analysis, stored once for its fingerprint; tasks point to it. Its chunk carries the same id.
 */
public record Answer(
    AnswerId id,
    Fingerprint fingerprint,
    Depiction depiction,
    Provenance provenance,
    Instant analyzeTime) {}
