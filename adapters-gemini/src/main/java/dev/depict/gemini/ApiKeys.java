package dev.depict.gemini;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the API key comes from. The key may change while the program runs. Safe for concurrent use;
 * no string form shows a key.
 */
public interface ApiKeys extends AutoCloseable {
  /** The key to use now, trimmed; empty while there is none that can be used. */
  Optional<String> current();

  /** Has the listener called after each change, on some thread, which it must not hold. */
  void onChange(Runnable listener);

  @Override
  void close();

  /** Always the same key; one that is blank, or no key by its looks, is none. */
  static ApiKeys fixed(String key) {
    return new FixedKey(KeyText.read(key));
  }

  /**
   * The key in a file, whatever it holds at the time; a file that is missing or cannot be read
   * holds none. To be closed.
   */
  static ApiKeys file(Path file) {
    return new KeyFile(file);
  }
}
