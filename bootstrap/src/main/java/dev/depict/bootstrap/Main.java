package dev.depict.bootstrap;

import dev.depict.bootstrap.config.Configuration;
import dev.depict.bootstrap.config.Key;
import dev.depict.bootstrap.lifecycle.Version;
import dev.depict.bootstrap.wiring.TimeModule;
import dev.depict.cli.DepictCommand;
import dev.depict.cli.port.Interrupts;
import dev.depict.cli.port.Program;
import dev.depict.cli.port.Setting;
import dev.depict.cli.port.Surroundings;
import dev.depict.cli.port.Terminal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The program: commands, and the server behind them. */
public final class Main {
  private Main() {}

  /**
   * Runs one command. The exit code is 0 for success, 1 for a failure, 2 for a command that was not
   * understood.
   */
  public static void main(String[] arguments) {
    bridgeLogs();
    Map<String, String> environment = System.getenv();
    var surroundings =
        new Surroundings(
            Terminal.ofProcess(environment),
            TimeModule.clock(),
            ZoneId.systemDefault(),
            TimeModule.random(),
            Interrupts.ofProcess());
    // Explicitly: a thread that was left behind must not keep a finished command alive.
    System.exit(DepictCommand.run(arguments, program(environment), surroundings));
  }

  /** gRPC logs by java.util.logging, which would write to the terminal by itself. */
  private static void bridgeLogs() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static Program program(Map<String, String> environment) {
    return new Program(
        Version.text(),
        settings(),
        new LocalServerAccess(environment),
        new ServeCommand(environment),
        overrides -> Failures.translated(() -> Configuration.read(overrides, environment).lines()),
        arguments ->
            dev.depict.emulator.Main.run(arguments, System.out, System.err, TimeModule.clock()));
  }

  private static List<Setting> settings() {
    return Arrays.stream(Key.values())
        .map(key -> new Setting(key.property(), key.description(), key.defaultText()))
        .toList();
  }
}
