/**
 * The limiter: spends Gemini's quota to the last permitted request without ever overrunning it, and
 * knows when the provider, the credential or a model is out of order.
 *
 * <p>What a key may send, and when, is pure logic in {@link dev.depict.domain.quota}; here is what
 * only Gemini knows. Each part is small and not safe for concurrent use; {@link
 * dev.depict.gemini.limit.GeminiRateLimiter} puts them together under one lock, which is held for
 * moments and never while a store is read or a listener is called.
 */
package dev.depict.gemini.limit;
