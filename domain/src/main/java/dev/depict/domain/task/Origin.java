package dev.depict.domain.task;

import java.util.List;
import java.util.Optional;

/**
 * Who asked, and under which names.
 *
 * @param principal the caller as authenticated; {@code local} without authentication
 * @param source the caller's own reference (path, URL, id); empty for none; never sent to the
 *     provider
 * @param labels at most {@value #MAX_LABELS}, no doubles
 * @param requestId makes the ingest idempotent for its principal
 */
public record Origin(
    String principal, String source, List<String> labels, Optional<String> requestId) {
  public static final int MAX_LABELS = 16;

  public Origin {
    labels = labels.stream().distinct().toList();
    if (labels.size() > MAX_LABELS) {
      throw new IllegalArgumentException("a task has at most 16 labels, not " + labels.size());
    }
  }
}
