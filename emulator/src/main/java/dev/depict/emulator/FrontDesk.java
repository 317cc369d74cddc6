package dev.depict.emulator;

import dev.depict.emulator.Reading.Understood;
import dev.depict.emulator.Reading.Wrong;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Ledger;
import dev.depict.emulator.book.Operation;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.quota.Quotas;
import dev.depict.emulator.quota.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Where calls arrive, one after the other: taking the time and asking the limits are one step, so
 * that the books are in the order in which the limits counted.
 */
final class FrontDesk {
  private final InstantSource clock;
  private final Quotas quotas;
  private final Ledger ledger;
  private final boolean keepsSent;

  FrontDesk(InstantSource clock, Quotas quotas, Ledger ledger, boolean keepsSent) {
    this.clock = clock;
    this.quotas = quotas;
    this.ledger = ledger;
    this.keepsSent = keepsSent;
  }

  /** Counts a call at the moment of its arrival, if it is one that limits count. */
  synchronized Admission arrive(Call call, Reading reading) {
    Instant now = clock.instant();
    boolean details = quotas.limits(call.model()).details();
    if (!isLimited(call) || !(reading instanceof Understood understood)) {
      return new Admission(now, false, List.of(), details);
    }
    List<Violation> violations =
        quotas.take(call.key(), call.model(), now, understood.inputTokens());
    return new Admission(now, violations.isEmpty(), violations, details);
  }

  /** Writes down what becomes of a call that has arrived. */
  synchronized Ending enter(
      Call call, Admission admission, int bytes, Reading reading, Intent intent) {
    if (admission.counted() && !intent.counted()) {
      quotas.giveBack(call.key(), call.model(), admission.time());
    }
    ledger.add(arrival(call, admission.time(), bytes, reading, intent));
    return intent.ending();
  }

  /** Takes in a call that is cut off before it is read. */
  synchronized void cutOff(Call call, Fault fault) {
    Intent intent = Intent.fault(fault, new Ending.Cut(), false);
    ledger.add(
        new Arrival(
            call.number(),
            clock.instant(),
            call.operation(),
            call.key(),
            call.model(),
            0,
            List.of(),
            0,
            intent.billed(),
            intent.verdict(),
            Optional.empty(),
            Optional.empty()));
  }

  /** A call that has arrived is over, one way or the other. */
  void end(Call call) {
    ledger.end(call.number(), clock.instant());
  }

  private static boolean isLimited(Call call) {
    return call.isFor(Operation.GENERATE_CONTENT)
        && call.fault().filter(fault -> fault.kind() == Fault.Kind.REFUSAL).isEmpty();
  }

  private Arrival arrival(Call call, Instant now, int bytes, Reading reading, Intent intent) {
    Optional<Understood> understood =
        switch (reading) {
          case Understood read -> Optional.of(read);
          case Wrong _ -> Optional.empty();
        };
    return new Arrival(
        call.number(),
        now,
        call.operation(),
        call.key(),
        call.model(),
        bytes,
        understood.map(Understood::pictures).orElse(List.of()),
        understood.map(Understood::inputTokens).orElse(0L),
        intent.billed(),
        intent.verdict(),
        understood.filter(_ -> keepsSent).map(Understood::sent),
        Optional.empty());
  }
}
