package dev.depict.cli.ingest;

import dev.depict.cli.text.Amounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the results of a run. */
final class Tally {
  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
  private final Set<String> newAnswers = new HashSet<>();
  private final List<String> knownAnswers = new ArrayList<>();

  void add(Result result) {
    Verdict verdict =
        switch (result) {
          case Result.Told told -> Verdict.of(told.task());
          case Result.Refused refused -> Verdict.FAILED;
        };
    counts.merge(verdict, 1, Integer::sum);
    if (result instanceof Result.Told told) {
      String answer = told.task().getAnswer().getName();
      switch (verdict) {
        case ANALYZED -> newAnswers.add(answer);
        case KNOWN -> knownAnswers.add(answer);
        default -> {}
      }
    }
  }

  /**
   * Whether an answer was made in this run. A picture that finds such an answer stored is a
   * duplicate, however the two came after each other.
   */
  boolean isNew(String answer) {
    return newAnswers.contains(answer);
  }

  boolean allHaveWords() {
    return counts.keySet().stream().allMatch(Verdict::hasWords);
  }

  boolean noneFailed() {
    return count(Verdict.FAILED) + count(Verdict.CANCELLED) == 0;
  }

  /** Such as {@code 12 pictures: 11 analyzed, 1 duplicate, 0 failed}. */
  String summary(boolean waits) {
    int duplicates = (int) knownAnswers.stream().filter(this::isNew).count();
    int analyzed = count(Verdict.ANALYZED);
    int failed = count(Verdict.FAILED);
    var parts = new ArrayList<String>();
    if (waits || analyzed > 0) {
      parts.add(analyzed + " analyzed");
    }
    addSome(parts, count(Verdict.DUPLICATE) + duplicates, "duplicate");
    addSome(parts, count(Verdict.KNOWN) - duplicates, "already known");
    addSome(parts, count(Verdict.WAITING), waits ? "still waiting" : "queued");
    addSome(parts, count(Verdict.CANCELLED), "cancelled");
    if (failed > 0 || analyzed > 0 || parts.isEmpty()) {
      parts.add(failed + " failed");
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return Amounts.of(all, "picture") + ": " + String.join(", ", parts);
  }

  private static void addSome(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }
}
