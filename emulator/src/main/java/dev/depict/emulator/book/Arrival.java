package dev.depict.emulator.book;

import dev.depict.emulator.picture.SentPicture;
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
 * @param usage what was billed; absent without an answer
 * @param sent kept only when the settings say so and the call was understood
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
    Optional<TokenUsage> usage,
    Verdict verdict,
    Optional<Sent> sent) {
  public Arrival {
    pictures = List.copyOf(pictures);
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
