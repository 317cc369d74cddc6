package dev.depict.cli.port;

/** Tells a command that it is being stopped, by Ctrl-C or a signal. */
public interface Interrupts {
  /**
   * Runs {@code action} when the process is told to stop, once, on a thread of its own, unless the
   * registration is closed before.
   */
  Registration onInterrupt(Runnable action);

  /** A wish to be told. Closing it twice, or while the process ends, does nothing. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** The end of this process. */
  static Interrupts ofProcess() {
    return action -> {
      var hook = new Thread(action, "interrupted");
      Runtime.getRuntime().addShutdownHook(hook);
      return () -> {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // The process is ending, and the hook has run or runs.
        }
      };
    };
  }
}
