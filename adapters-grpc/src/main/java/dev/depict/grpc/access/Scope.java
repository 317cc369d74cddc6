package dev.depict.grpc.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Scope {
  /** Look at tasks, pictures, answers and the queue; estimate. */
  READ,
  /** Everything. */
  WRITE;

  /** Whether this is enough for a call that needs the other. */
  public boolean covers(Scope needed) {
    return compareTo(needed) >= 0;
  }

  /** As it is written in the file of tokens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
