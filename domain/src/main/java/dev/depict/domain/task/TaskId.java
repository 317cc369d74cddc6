package dev.depict.domain.task;

import java.util.UUID;

/** Names one task, on the wire, in memory and on disk. A UUID of version 7. */
public record TaskId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
