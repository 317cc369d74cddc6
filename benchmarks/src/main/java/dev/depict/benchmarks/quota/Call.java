package dev.depict.benchmarks.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * One call as the provider counted it.
 *
 * @param end when it was answered; absent while it was under way
 * @param refused whether it was answered 429
 * @param code the number in its picture, -1 when there was none
 */
record Call(Instant time, Optional<Instant> end, boolean refused, int code) {}
