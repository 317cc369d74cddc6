package dev.depict.gemini;

import java.util.Optional;

/** A key that never changes. */
final class FixedKey implements ApiKeys {
  private final Optional<String> key;

  FixedKey(Optional<String> key) {
    this.key = key;
  }

  @Override
  public Optional<String> current() {
    return key;
  }

  @Override
  public void onChange(Runnable listener) {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return key.isPresent() ? "a fixed key" : "no key";
  }
}
