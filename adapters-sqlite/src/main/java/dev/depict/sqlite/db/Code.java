package dev.depict.sqlite.db;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers under which the constants of an enum are stored. They are written down and never
 * change, whatever happens to the order of the constants.
 */
public final class Code<E extends Enum<E>> {
  private final Map<E, Integer> numbers;
  private final Map<Integer, E> constants = new HashMap<>();

  /**
   * @param numbers one for each constant, no two alike
   */
  public Code(Class<E> type, Map<E, Integer> numbers) {
    this.numbers = new EnumMap<>(numbers);
    numbers.forEach((constant, number) -> constants.put(number, constant));
    if (constants.size() != type.getEnumConstants().length) {
      throw new IllegalArgumentException(
          "each constant of " + type.getSimpleName() + " needs a number of its own");
    }
  }

  public int of(E constant) {
    Integer number = numbers.get(constant);
    if (number == null) {
      throw new IllegalArgumentException(constant + " has no number");
    }
    return number;
  }

  public E constant(long number) {
    E constant = constants.get((int) number);
    if (constant == null) {
      throw new IllegalArgumentException("no constant has the number " + number);
    }
    return constant;
  }
}
