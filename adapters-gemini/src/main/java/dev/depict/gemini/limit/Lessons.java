package dev.depict.gemini.limit;

import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.LimitKind;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.quota.QuotaViolation;
import dev.depict.domain.task.FailureClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes lessons of a refusal: one for each kind of limit that it names or means. */
final class Lessons {
  private Lessons() {}

  /**
   * @param known the limits before the refusal: a lesson that names none keeps what is known
   * @param throttle after the refusal
   */
  static List<Lesson> of(
      QuotaKey key, Outcome.Throttled refusal, LimitsInForce known, Throttle throttle, Moment now) {
    var named = new EnumMap<LimitKind, OptionalLong>(LimitKind.class);
    for (QuotaViolation violation : refusal.violations()) {
      if (violation.limit().orElse(1) > 0) {
        named.put(violation.kind(), violation.limit());
      }
    }
    if (named.isEmpty()) {
      named.put(meant(refusal), OptionalLong.empty());
    }
    var lessons = new ArrayList<Lesson>();
    for (Map.Entry<LimitKind, OptionalLong> entry : named.entrySet()) {
      LimitKind kind = entry.getKey();
      Optional<Instant> hold = throttle.until(kind, now);
      Optional<Lesson> before =
          entry.getValue().isPresent() ? Optional.empty() : known.learned(kind, now.time());
      lessons.add(
          new Lesson(
              key,
              kind,
              before.map(Lesson::limit).orElse(entry.getValue()),
              before.map(Lesson::time).orElse(now.time()),
              hold));
    }
    return lessons;
  }

  private static LimitKind meant(Outcome.Throttled refusal) {
    return refusal.failure().failureClass() == FailureClass.QUOTA_DAY
        ? LimitKind.REQUESTS_PER_DAY
        : LimitKind.REQUESTS_PER_MINUTE;
  }
}
