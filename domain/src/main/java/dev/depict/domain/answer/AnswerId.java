package dev.depict.domain.answer;

import java.util.UUID;

/** Names one stored answer and the chunk made from it. A UUID of version 7. */
public record AnswerId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
