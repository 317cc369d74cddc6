package dev.depict.gemini.http;

import java.util.function.Supplier;

/**
 * Who wants to know that a request has left this machine. The client of the provider sends on the
 * thread that calls it, so the word is passed along with that thread.
 */
public final class Sending {
  private static final ScopedValue<Runnable> LISTENER = ScopedValue.newInstance();

  private Sending() {}

  /** Runs the call, and the listener as soon as its request has been written. */
  public static <T> T told(Runnable listener, Supplier<T> call) {
    return ScopedValue.where(LISTENER, listener).call(call::get);
  }

  /** Whoever listens on this thread. */
  static Runnable listener() {
    return LISTENER.orElse(() -> {});
  }
}
