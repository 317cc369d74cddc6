package dev.depict.sqlite.read;

import dev.depict.domain.quota.Lesson;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.sqlite.db.Codes;
import dev.depict.sqlite.db.Dictionary;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a provider taught, in the order of {@link QueueMapper#lessons}. */
record LessonRow(
    long quota, long kind, @Nullable Long maximum, long time, @Nullable Long holdUntil) {
  Lesson lesson(Dictionary<QuotaKey> keys) {
    return new Lesson(
        keys.value(quota),
        Codes.LIMIT.constant(kind),
        maximum == null ? OptionalLong.empty() : OptionalLong.of(maximum),
        Instant.ofEpochMilli(time),
        Optional.ofNullable(holdUntil).map(Instant::ofEpochMilli));
  }
}
