package dev.depict.emulator.book;

import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.quota.Quota;
import java.util.Set;

/** What became of a call. */
public sealed interface Verdict {
  /** A good answer. */
  record Answered() implements Verdict {}

  /** 429 for these limits. */
  record Throttled(Set<Quota> quotas) implements Verdict {
    public Throttled {
      quotas = Set.copyOf(quotas);
    }
  }

  /**
   * The call itself was wrong.
   *
   * @param httpStatus 400, 403 or 404
   * @param message as the caller got it
   */
  record Rejected(int httpStatus, String message) implements Verdict {}

  /** A fault, as planned. */
  record Faulted(Fault fault) implements Verdict {}

  /**
   * One word or two: {@code ANSWERED}, {@code QUOTA …}, {@code REJECTED …}, or the fault's name.
   */
  default String label() {
    return switch (this) {
      case Answered() -> "ANSWERED";
      case Throttled(Set<Quota> quotas) -> "QUOTA " + quotas.stream().sorted().toList();
      case Rejected(int status, String _) -> "REJECTED " + status;
      case Faulted(Fault fault) -> fault.name();
    };
  }
}
