package dev.depict.emulator.book;

import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.model.PriceList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Everything that arrived until a moment, in the order of time; does not change any more.
 *
 * @param arrivals the calls
 */
public record Books(List<Arrival> arrivals) {
  public Books {
    arrivals = List.copyOf(arrivals);
  }

  /** The part that a condition chooses. */
  public Books where(Predicate<Arrival> condition) {
    return new Books(arrivals.stream().filter(condition).toList());
  }

  /** The calls of one method. */
  public Books of(Operation operation) {
    return where(arrival -> arrival.operation() == operation);
  }

  /** The calls of one key on one model. */
  public Books of(String key, String model) {
    return where(arrival -> arrival.key().equals(key) && arrival.model().equals(model));
  }

  /** The calls with that number in their picture. */
  public Books withCode(int code) {
    return where(arrival -> arrival.code().isPresent() && arrival.code().getAsInt() == code);
  }

  /** The calls that got a good answer. */
  public Books answered() {
    return where(Arrival::answered);
  }

  /** The calls that met a limit. */
  public Books throttled() {
    return where(arrival -> arrival.verdict() instanceof Verdict.Throttled);
  }

  /** The calls that went wrong that way. */
  public Books faulted(Fault fault) {
    return where(arrival -> arrival.verdict().equals(new Verdict.Faulted(fault)));
  }

  public int count() {
    return arrivals.size();
  }

  /** How many calls had each number in their picture. */
  public Map<Integer, Long> countsByCode() {
    return arrivals.stream()
        .filter(arrival -> arrival.code().isPresent())
        .collect(
            Collectors.groupingBy(
                arrival -> arrival.code().getAsInt(), TreeMap::new, Collectors.counting()));
  }

  /** How many calls ended each way. */
  public Map<String, Long> countsByVerdict() {
    return arrivals.stream()
        .collect(
            Collectors.groupingBy(
                arrival -> arrival.verdict().label(), TreeMap::new, Collectors.counting()));
  }

  /** The most calls in any 60 seconds. */
  public long mostRequestsInAnyMinute() {
    return BusiestMinute.of(arrivals, arrival -> 1);
  }

  /** The most input tokens in any 60 seconds. */
  public long mostInputTokensInAnyMinute() {
    return BusiestMinute.of(arrivals, Arrival::inputTokens);
  }

  /** All kinds of metadata seen in any picture; empty when none left the caller's machine. */
  public Set<String> metadataSeen() {
    return arrivals.stream()
        .flatMap(arrival -> arrival.pictures().stream())
        .flatMap(picture -> picture.metadata().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What all answers cost in millionths of a US dollar, not rounded. Models that are not listed
   * cost nothing.
   */
  public BigDecimal cost(PriceList prices) {
    return arrivals.stream()
        .map(arrival -> arrival.cost(prices))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
