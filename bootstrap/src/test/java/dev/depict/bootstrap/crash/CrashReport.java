package dev.depict.bootstrap.crash;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a run found.
 *
 * @param acknowledged tasks
 * @param deleted tasks, as their callers were told
 * @param readyMillis from each start to listening
 * @param orphanMillis from listening to the first orphan running again; none is negative
 * @param findings what else is wrong
 */
record CrashReport(
    long seed,
    int kills,
    int acknowledged,
    int deleted,
    Collection<String> lost,
    Collection<String> doubled,
    int changes,
    int arrivals,
    List<Long> readyMillis,
    List<Long> orphanMillis,
    List<String> findings) {
  String summary() {
    return String.format(
        Locale.ROOT,
        "crash harness: seed %d, %d kills, %d tasks acknowledged, %d deleted, %d lost, %d doubled, %d changes"
            + " watched, %d calls arrived, restart to ready %s ms, ready to first orphan running"
            + " %s ms (medians of %d and %d), %d findings",
        seed,
        kills,
        acknowledged,
        deleted,
        lost.size(),
        doubled.size(),
        changes,
        arrivals,
        text(median(readyMillis)),
        text(median(orphanMillis)),
        readyMillis.size(),
        orphanMillis.size(),
        findings.size());
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "-";
  }

  private static OptionalLong median(List<Long> numbers) {
    return numbers.stream()
        .mapToLong(Long::longValue)
        .sorted()
        .skip(numbers.size() / 2)
        .findFirst();
  }
}
