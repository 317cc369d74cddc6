package dev.depict.emulator;

import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The program. Runs until it is interrupted or told to stop by a signal. */
public final class Main {
  private Main() {}

  /**
   * The exit code is 0 for success, 1 when it cannot listen, 2 for arguments not understood; that
   * of the JVM (130, 143) when a signal ends it.
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err, InstantSource.system()));
  }

  /** Runs until its thread is interrupted or the JVM is told to stop; returns the exit code. */
  public static int run(
      List<String> arguments, PrintStream out, PrintStream err, InstantSource clock) {
    if (arguments.contains("--help")) {
      out.print(Usage.TEXT);
      return 0;
    }
    try {
      serve(CommandLine.read(arguments, clock), out);
      return 0;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (IllegalArgumentException notUnderstood) {
      err.println("emulator: " + notUnderstood.getMessage() + "; --help shows all options");
      return 2;
    } catch (EmulatorException cannotListen) {
      err.println(
          "emulator: " + cannotListen.getMessage() + "; choose another address with --listen");
      return 1;
    }
  }

  private static void serve(EmulatorSettings settings, PrintStream out)
      throws InterruptedException {
    try (var stop = new StopSignal();
        GeminiEmulator emulator = GeminiEmulator.start(settings)) {
      URI base = emulator.baseUrl();
      String key = settings.keys().stream().sorted().findFirst().orElse("any");
      out.println("Gemini stand-in on " + base + ", until Ctrl-C. Use it by");
      out.printf("  GEMINI_BASE_URL=%s GEMINI_API_KEY=%s ./depict ingest pictures/%n", base, key);
      out.println("What arrives: " + base + "/emulator/summary");
      out.flush();
      try {
        stop.await();
      } finally {
        out.println("Stopped. Calls: " + emulator.books().countsByVerdict());
        out.flush();
      }
    }
  }
}
