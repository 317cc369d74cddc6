package dev.depict.sqlite.change;

import dev.depict.domain.quota.Usage;
import java.time.Instant;

/**
 * One call as it stands in the books.
 *
 * @param time when it was sent, or else claimed; decides the day
 * @param unknown whether nobody saw its outcome
 * @param cost millionths of a US dollar
 */
record Booking(long quota, Instant time, boolean unknown, Usage usage, long cost) {}
