package dev.depict.emulator.book;

import dev.depict.emulator.model.Price;
import java.math.BigDecimal;

/**
 * What {@code usageMetadata} says.
 *
 * @param prompt cached ones included
 * @param candidates the answer's
 * @param thoughts billed as output, not among the answer's
 * @param cached of the prompt's
 */
public record TokenUsage(long prompt, long candidates, long thoughts, long cached) {
  public long total() {
    return prompt + candidates + thoughts;
  }

  /** In millionths of a US dollar, not rounded. */
  public BigDecimal cost(Price price) {
    return price
        .input()
        .multiply(BigDecimal.valueOf(prompt))
        .add(price.output().multiply(BigDecimal.valueOf(candidates + thoughts)));
  }
}
