package dev.depict.benchmarks.chaos;

import dev.depict.benchmarks.chaos.Journal.Kill;
import dev.depict.benchmarks.chaos.Journal.Lowering;
import dev.depict.emulator.book.Books;
import dev.depict.emulator.model.PriceList;
import dev.depict.proto.v1.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a run: its figures, then each rule and what broke it. */
final class ChaosReport {
  private static final int SHOWN = 20;

  private final Evidence evidence;
  private final Duration duration;
  private final Map<String, List<String>> violationsByRule;

  ChaosReport(Evidence evidence, Duration duration) {
    this.evidence = evidence;
    this.duration = duration;
    this.violationsByRule =
        Check.all().stream()
            .collect(Collectors.toMap(Check::rule, check -> check.violations(evidence)));
  }

  List<String> violations() {
    return Check.all().stream()
        .flatMap(check -> broken(check).stream().map(one -> check.rule() + ": " + one))
        .toList();
  }

  private List<String> broken(Check check) {
    return violationsByRule.getOrDefault(check.rule(), List.of());
  }

  void print() {
    long completed = count(TaskStatus.TASK_STATUS_COMPLETED);
    System.out.printf(
        "%d s; %,d tasks COMPLETED, %,d FAILED %s%n",
        duration.toSeconds(), completed, count(TaskStatus.TASK_STATUS_FAILED), failures());
    System.out.printf(
        "%,d calls at the provider: %s%n",
        evidence.books().count(), evidence.books().countsByVerdict());
    printProvider();
    printCosts();
    Check.all().forEach(this::print);
  }

  private void print(Check check) {
    List<String> broken = broken(check);
    System.out.printf("%-6s %s%n", broken.isEmpty() ? "kept" : "BROKEN", check.rule());
    broken.stream().limit(SHOWN).forEach(one -> System.out.println("         " + one));
    if (broken.size() > SHOWN) {
      System.out.printf("         and %d more%n", broken.size() - SHOWN);
    }
  }

  private void printProvider() {
    for (String model : ChaosSettings.MODELS) {
      Books books = evidence.books().where(call -> call.model().equals(model));
      System.out.printf(
          "%s: %,d calls, most in any 60 s: %d%n",
          model, books.count(), books.mostRequestsInAnyMinute());
    }
    System.out.printf(
        "from being sent to being counted: at most %d ms%n",
        evidence
            .tries()
            .flatMap(attempt -> attempt.travel().stream())
            .mapToLong(Duration::toMillis)
            .max()
            .orElse(0));
    for (Lowering lowering : evidence.journal().lowerings()) {
      System.out.printf(
          "%d 429s of %s after its limit fell to %d%n",
          evidence.calls(lowering.model()).stream()
              .filter(NoCallBeyondTheLimit::isRefused)
              .filter(call -> NoCallBeyondTheLimit.isDuring(call, lowering))
              .count(),
          lowering.model(),
          lowering.limit());
    }
    for (Kill kill : evidence.journal().kills()) {
      System.out.printf(
          "killed with %d attempts under way, listening again after %d ms%n",
          evidence
              .tries()
              .filter(attempt -> attempt.start().isBefore(kill.time()))
              .filter(attempt -> attempt.finish().isAfter(kill.time()))
              .count(),
          kill.away().toMillis());
    }
  }

  private void printCosts() {
    List<Try> known = evidence.tries().filter(attempt -> !attempt.isUnknown()).toList();
    List<Try> unknown = unknown().toList();
    System.out.printf(
        "cost, µ$: %,d booked for %,d attempts of known outcome, the provider billed %,d for them;"
            + " %,d booked for %d UNKNOWN ones, the provider billed %,d%n",
        EveryMicroDollarIsBooked.sum(known),
        known.size(),
        billed(known),
        EveryMicroDollarIsBooked.sum(unknown),
        unknown.size(),
        billed(unknown));
    System.out.printf(
        "          %,d booked on the day; the provider's books, not rounded: %s%n",
        evidence.queue().getQuotaKeysList().stream()
            .mapToLong(key -> key.getToday().getCostMicroUsd())
            .sum(),
        evidence.books().cost(PriceList.standard()).toPlainString());
    Map<String, List<Try>> byVerdict =
        unknown.stream()
            .collect(Collectors.groupingBy(ChaosReport::fate, TreeMap::new, Collectors.toList()));
    byVerdict.forEach((fate, tries) ->
        System.out.printf(
            "          UNKNOWN, %s: %d, booked %,d, billed %,d%n",
            fate, tries.size(), EveryMicroDollarIsBooked.sum(tries), billed(tries)));
  }

  /** Writes down each call of unknown outcome, with what the provider saw of it. */
  void listUnknown(Path file) throws IOException {
    var lines = new ArrayList<String>();
    unknown()
        .forEach(attempt ->
            lines.add(
                "%s: booked %d µ$, billed %s µ$"
                    .formatted(
                        attempt,
                        attempt.attempt().getCostMicroUsd(),
                        attempt.exactlyBilled().toPlainString())));
    Files.write(file, lines);
  }

  private Stream<Try> unknown() {
    return evidence.tries().filter(Try::isUnknown);
  }

  private static String fate(Try attempt) {
    return (attempt.isLostInCrash() ? "lost in a kill, at the provider " : "at the provider ")
        + attempt.verdict();
  }

  private static long billed(List<Try> tries) {
    return tries.stream().mapToLong(Try::billed).sum();
  }

  private long count(TaskStatus status) {
    return evidence.cases().stream().filter(each -> each.task().getStatus() == status).count();
  }

  private Map<String, Long> failures() {
    return evidence.cases().stream()
        .filter(each -> each.task().hasFailure())
        .collect(
            Collectors.groupingBy(
                each ->
                    each.task().getFailure().getFailureClass().name().replace("FAILURE_CLASS_", ""),
                TreeMap::new,
                Collectors.counting()));
  }
}
