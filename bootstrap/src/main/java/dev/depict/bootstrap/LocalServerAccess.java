package dev.depict.bootstrap;

import dev.depict.bootstrap.config.ClientSettings;
import dev.depict.bootstrap.config.Key;
import dev.depict.bootstrap.config.Settings;
import dev.depict.bootstrap.config.Settings.AnalyzerChoice;
import dev.depict.cli.port.ChannelConnection;
import dev.depict.cli.port.CommandFailed;
import dev.depict.cli.port.Credentials;
import dev.depict.cli.port.ServerAccess;
import dev.depict.sqlite.FolderLock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Talks to the server that holds the data folder, or starts one in this process that goes when its
 * clients are gone.
 */
final class LocalServerAccess implements ServerAccess {
  private static final Duration STOP_GRACE = Duration.ofSeconds(2);

  /** How long a server that has the lock may take to say where it listens. */
  private static final Duration ANNOUNCEMENT = Duration.ofSeconds(20);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Map<String, String> environment;

  LocalServerAccess(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Connection connect(Map<String, String> overrides, Optional<String> server)
      throws CommandFailed {
    Credentials credentials =
        Failures.translated(() -> ClientSettings.read(overrides, environment)).credentials();
    if (server.isPresent()) {
      return joined(server.get(), credentials);
    }
    Settings settings = Failures.translated(() -> Settings.read(overrides, environment));
    Optional<String> running = running(settings);
    if (running.isPresent()) {
      return joined(running.get(), credentials);
    }
    try {
      return Failures.translated(() -> started(settings, overrides, credentials.inPlainText()));
    } catch (CommandFailed e) {
      // Perhaps somebody was faster between the look and the start.
      return joined(running(settings).orElseThrow(() -> e), credentials);
    }
  }

  private static Connection joined(String address, Credentials credentials) {
    return new ChannelConnection(
        address, credentials, false, PlainText.warnings(address, credentials), () -> {}, () -> {});
  }

  /**
   * Without a key somebody at a terminal is better served by the offline analyzer than by a wait.
   */
  private Connection started(
      Settings settings, Map<String, String> overrides, Credentials credentials) {
    boolean offline = settings.analyzer() == AnalyzerChoice.AUTO && !settings.gemini().hasKey();
    var own = new HashMap<>(overrides);
    own.put(Key.SERVER_LISTEN.property(), "127.0.0.1:0");
    // A certificate names the machine as others know it; this server is reached from here alone.
    own.put(Key.SERVER_TLS_CERTIFICATE.property(), "");
    own.put(Key.SERVER_TLS_KEY.property(), "");
    own.put(Key.SERVER_TLS_CLIENT_CA.property(), "");
    own.put(Key.WORKER_ENABLED.property(), "false");
    if (offline) {
      own.put(Key.ANALYZER.property(), "offline");
    }
    RunningServer server = RunningServer.start(Settings.read(own, environment));
    var hook = new Thread(() -> server.stop(STOP_GRACE), "depict-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    return new ChannelConnection(
        server.address(),
        credentials,
        true,
        offline ? List.of(Keys.OFFLINE_STANDS_IN) : List.of(),
        server::work,
        () -> leave(server, hook));
  }

  private static void leave(RunningServer server, Thread hook) {
    try {
      server.awaitNoClients();
      Runtime.getRuntime().removeShutdownHook(hook);
      server.stop(STOP_GRACE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IllegalStateException e) {
      // The process ends, and the hook stops the server.
    }
  }

  /**
   * The address of the server that holds the folder; waits a little for one that is just starting.
   */
  private static Optional<String> running(Settings settings) {
    int looks = (int) ANNOUNCEMENT.dividedBy(LOOK_AGAIN);
    for (int look = 0; look < looks; look++) {
      Optional<FolderLock.Holder> holder = FolderLock.holder(settings.dataDir());
      if (holder.isEmpty() || holder.get().address().isPresent()) {
        return holder.flatMap(FolderLock.Holder::address);
      }
      // A file tells nobody that it has changed, in a way that works on every file system.
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    return Optional.empty();
  }
}
