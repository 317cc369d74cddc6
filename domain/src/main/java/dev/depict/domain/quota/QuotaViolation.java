package dev.depict.domain.quota;

import java.util.OptionalLong;

/**
 * A limit that the provider says was met.
 *
 * @param quotaId the provider's name for it
 * @param limit as the provider states it; absent when it does not
 */
public record QuotaViolation(LimitKind kind, String quotaId, OptionalLong limit) {}
