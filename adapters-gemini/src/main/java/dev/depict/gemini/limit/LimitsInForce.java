package dev.depict.gemini.limit;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.MinuteLimits;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limits of one key: the smaller of what is configured and what the provider taught. What was
 * learned is forgotten when the Pacific day ends. Not safe for concurrent use.
 */
final class LimitsInForce {
  private final LimiterSettings settings;
  private final Map<LimitKind, Lesson> learned = new EnumMap<>(LimitKind.class);

  LimitsInForce(LimiterSettings settings) {
    this.settings = settings;
  }

  /**
   * @param learned when the provider taught it; absent for a configured one
   */
  record InForce(long limit, Optional<Instant> learned) {}

  /** Learns a limit, if the lesson names one. */
  void learn(Lesson lesson) {
    if (lesson.limit().isPresent()) {
      learned.put(lesson.kind(), lesson);
    }
  }

  /** What was taught last about a limit of a kind, if it is in force. */
  Optional<Lesson> learned(LimitKind kind, Instant now) {
    return Optional.ofNullable(learned.get(kind)).filter(lesson -> lesson.limits(now));
  }

  boolean hasLearned(Instant now) {
    return learned.values().stream().anyMatch(lesson -> lesson.limits(now));
  }

  void forget() {
    learned.clear();
  }

  /** The limit of a kind; empty when there is none. */
  Optional<InForce> of(LimitKind kind, Instant now) {
    long configured = configured(kind);
    return learned(kind, now)
        .map(lesson -> new InForce(lesson.limit().orElseThrow(), Optional.of(lesson.time())))
        .filter(lesson -> configured == 0 || lesson.limit < configured)
        .or(() -> configured(configured));
  }

  /** The limits per minute. */
  MinuteLimits minute(Instant now) {
    long requests =
        of(LimitKind.REQUESTS_PER_MINUTE, now).map(InForce::limit).orElse((long) settings.rpm());
    return new MinuteLimits(
        requests,
        of(LimitKind.INPUT_TOKENS_PER_MINUTE, now).stream().mapToLong(InForce::limit).findFirst());
  }

  /** The limit of requests per day; empty when there is none. */
  OptionalLong day(Instant now) {
    return of(LimitKind.REQUESTS_PER_DAY, now).stream().mapToLong(InForce::limit).findFirst();
  }

  private static Optional<InForce> configured(long limit) {
    return limit == 0 ? Optional.empty() : Optional.of(new InForce(limit, Optional.empty()));
  }

  private long configured(LimitKind kind) {
    return switch (kind) {
      case REQUESTS_PER_MINUTE -> settings.rpm();
      case INPUT_TOKENS_PER_MINUTE -> settings.tpm();
      case REQUESTS_PER_DAY -> settings.rpd();
    };
  }
}
