package dev.depict.bootstrap;

import java.lang.reflect.Proxy;

/**
 * Signals from the system. Java has no supported API for them, only {@code sun.misc.Signal}, which
 * the compiler warns of in a way that cannot be silenced; hence the reflection. Without it a second
 * signal could not be told from the first.
 */
final class Signals {
  private Signals() {}

  /** Has the action run, on a thread of its own, each time the process is told to stop. */
  static void onStop(Runnable action) {
    for (String name : new String[] {"INT", "TERM"}) {
      try {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object handling =
            Proxy.newProxyInstance(
                Signals.class.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> {
                  action.run();
                  return null;
                });
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
      } catch (ReflectiveOperationException e) {
        // This JVM has no such class: a stop then ends the process at once, which loses nothing
        // acknowledged.
        Runtime.getRuntime().addShutdownHook(new Thread(action));
      }
    }
  }
}
