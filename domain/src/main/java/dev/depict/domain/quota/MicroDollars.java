package dev.depict.domain.quota;

/**
 * An amount of money in millionths of a US dollar.
 *
 * @param value never negative
 */
public record MicroDollars(long value) {
  public static final MicroDollars ZERO = new MicroDollars(0);

  public MicroDollars {
    if (value < 0) {
      throw new IllegalArgumentException("an amount of money is never negative: " + value);
    }
  }

  public MicroDollars plus(MicroDollars other) {
    return new MicroDollars(Math.addExact(value, other.value));
  }
}
