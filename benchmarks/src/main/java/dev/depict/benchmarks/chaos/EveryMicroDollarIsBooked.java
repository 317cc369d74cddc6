package dev.depict.benchmarks.chaos;

import dev.depict.emulator.book.Billed;
import dev.depict.proto.v1.DayUsage;
import dev.depict.proto.v1.QuotaKeyState;
import java.util.ArrayList;
import java.util.List;

/**
 * Each attempt of known outcome cost what the provider billed for that response, and the usage of
 * the day is the sum of all attempts. An UNKNOWN attempt is booked with what was reserved.
 */
final class EveryMicroDollarIsBooked implements Check {
  @Override
  public String rule() {
    return "costs agree with the provider's books to the micro-dollar; the day is their sum";
  }

  @Override
  public List<String> violations(Evidence evidence) {
    var found = new ArrayList<String>();
    evidence.tries().forEach(attempt -> look(attempt, found));
    evidence.cases().stream()
        .filter(each -> each.task().hasAnswer())
        .filter(each ->
            each.task().getAnswer().getCostMicroUsd()
                != each.tries().getLast().attempt().getCostMicroUsd())
        .forEach(each ->
            found.add("the answer of picture %d costs otherwise".formatted(each.picture())));
    for (QuotaKeyState key : evidence.queue().getQuotaKeysList()) {
      day(key, evidence, found);
    }
    return found;
  }

  private static void look(Try attempt, List<String> found) {
    long booked = attempt.attempt().getCostMicroUsd();
    long expected =
        attempt.isUnknown() ? attempt.attempt().getReservedCostMicroUsd() : attempt.billed();
    if (booked != expected) {
      found.add("%s: booked %d, expected %d µ$".formatted(attempt, booked, expected));
    }
    String billedId =
        attempt.arrival().flatMap(call -> call.billed()).map(Billed::responseId).orElse("");
    if (!attempt.isUnknown() && !attempt.attempt().getExternalId().equals(billedId)) {
      found.add("%s: its response is not %s".formatted(attempt, billedId));
    }
  }

  private static void day(QuotaKeyState key, Evidence evidence, List<String> found) {
    String model = key.getQuotaKey().getModel();
    List<Try> own =
        evidence
            .tries()
            .filter(attempt -> ChaosSettings.model(attempt.picture()).equals(model))
            .toList();
    DayUsage today = key.getToday();
    compare("cost", model, today.getCostMicroUsd(), sum(own), found);
    long sent =
        own.stream()
            .filter(attempt -> attempt.attempt().hasSendTime() || attempt.isUnknown())
            .count();
    compare("calls", model, today.getCallCount(), sent, found);
    long unknown = own.stream().filter(Try::isUnknown).count();
    compare("calls of unknown outcome", model, today.getUnknownCallCount(), unknown, found);
  }

  static long sum(List<Try> tries) {
    return tries.stream().mapToLong(attempt -> attempt.attempt().getCostMicroUsd()).sum();
  }

  private static void compare(
      String what, String model, long day, long attempts, List<String> found) {
    if (day != attempts) {
      found.add(
          "%s of the day of %s: %d, of its attempts: %d".formatted(what, model, day, attempts));
    }
  }
}
