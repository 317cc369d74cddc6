package dev.depict.application.port.out;

import dev.depict.domain.quota.Charge;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt took.
 *
 * @param sendTime when the call was sent; absent when none was
 */
public record Expense(Optional<Instant> sendTime, Charge charge) {
  /** Nothing was sent. */
  public static final Expense NOTHING = new Expense(Optional.empty(), Charge.NOT_SENT);

  /** What a call that was sent took; nothing when it turns out that it never left this machine. */
  public static Expense of(Instant sendTime, Charge charge) {
    return switch (charge) {
      case Charge.NotSent _ -> NOTHING;
      case Charge.Billed _, Charge.Unknown _ -> new Expense(Optional.of(sendTime), charge);
    };
  }
}
