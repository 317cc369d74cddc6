package dev.depict.emulator.fault;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Which calls something is planned for. */
public sealed interface Target {
  /** The call of that number, from 1. */
  record Call(int number) implements Target {}

  /** Calls with that number in their picture. */
  record Code(int code) implements Target {}

  /** Calls of that model. */
  record Model(String model) implements Target {}

  /** Calls with that API key. */
  record Key(String key) implements Target {}

  /** Each call with that probability. */
  record Random(double probability) implements Target {
    public Random {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("a probability is between 0 and 1, not " + probability);
      }
    }
  }

  /** Whatever comes. */
  static Target any() {
    return new Random(1);
  }

  /** Whether a call is meant whose picture is not read yet. */
  default boolean matches(int call, String key, String model, RandomGenerator random) {
    return switch (this) {
      case Call(int number) -> number == call;
      case Model(String name) -> name.equals(model);
      case Key(String name) -> name.equals(key);
      case Random(double probability) -> random.nextDouble() < probability;
      case Code _ -> false;
    };
  }

  /** Whether a call with that number in its picture is meant. */
  default boolean matches(OptionalInt picture) {
    return this instanceof Code(int code) && picture.isPresent() && picture.getAsInt() == code;
  }
}
