package dev.depict.emulator.book;

import dev.depict.emulator.model.PriceList;
import dev.depict.emulator.picture.SentPicture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One call, as it arrived.
 *
 * @param number in the order of reception, from 1; those of other paths are not counted
 * @param time when it was counted: behind the network's delay
 * @param key the API key; empty when there was none
 * @param bytes how long the body was
 * @param inputTokens of the prompt; 0 when it was not read or not understood
 * @param billed absent without an answer
 * @param sent kept only when the settings say so and the call was understood
 * @param end when the answer was given, or the connection closed; absent while the call is under
 *     way
 */
public record Arrival(
    int number,
    Instant time,
    Operation operation,
    String key,
    String model,
    int bytes,
    List<SentPicture> pictures,
    long inputTokens,
    Optional<Billed> billed,
    Verdict verdict,
    Optional<Sent> sent,
    Optional<Instant> end) {
  public Arrival {
    pictures = List.copyOf(pictures);
  }

  /** The same, ended. */
  Arrival endedAt(Instant moment) {
    return new Arrival(
        number,
        time,
        operation,
        key,
        model,
        bytes,
        pictures,
        inputTokens,
        billed,
        verdict,
        sent,
        Optional.of(moment));
  }

  /** The tokens that were billed; absent without an answer. */
  public Optional<TokenUsage> usage() {
    return billed.map(Billed::usage);
  }

  /**
   * What it cost in millionths of a US dollar, not rounded: nothing without an answer, or for a
   * model that is not listed.
   */
  public BigDecimal cost(PriceList prices) {
    return usage()
        .flatMap(usage -> prices.find(model, time).map(usage::cost))
        .orElse(BigDecimal.ZERO);
  }

  /** The number drawn into the first picture. */
  public OptionalInt code() {
    return pictures.isEmpty() ? OptionalInt.empty() : pictures.getFirst().code();
  }

  /** Whether it got a good answer. */
  public boolean answered() {
    return verdict instanceof Verdict.Answered;
  }
}
