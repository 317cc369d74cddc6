package dev.depict.emulator.quota;

import java.time.Duration;

/**
 * A limit that a call met.
 *
 * @param limit the limit itself
 * @param retryAfter until the call would have fitted; for the limit per day only until the next
 *     full minute, as misleading as the provider's own
 */
public record Violation(Quota quota, long limit, Duration retryAfter) {}
