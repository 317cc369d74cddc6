package dev.depict.bootstrap;

import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.config.Settings.AnalyzerChoice;
import dev.depict.bootstrap.lifecycle.Version;
import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.port.Serve;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs the server until a signal ends it: the first one in order, the second one at once. */
final class ServeCommand implements Serve {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int KILLED = 130;

  private final Map<String, String> environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public int run(Map<String, String> overrides) throws CommandFailed {
    Settings settings = Failures.translated(() -> Settings.read(overrides, environment));
    var stopping = new CountDownLatch(1);
    Signals.onStop(() -> onSignal(stopping));
    RunningServer server = Failures.translated(() -> RunningServer.start(settings));
    System.err.printf(
        "Depict %s listens on %s, data in %s%n",
        Version.text(), server.address(), settings.dataDir());
    if (settings.analyzer() == AnalyzerChoice.AUTO && !settings.gemini().hasKey()) {
      System.err.println(Keys.TASKS_WAIT);
    }
    await(stopping);
    System.err.println("Stopping; a second signal stops at once.");
    server.stop(GRACE);
    return 0;
  }

  private static void onSignal(CountDownLatch stopping) {
    if (stopping.getCount() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
    stopping.countDown();
  }

  private static void await(CountDownLatch stopping) {
    try {
      stopping.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
