package dev.depict.emulator;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/** The program. Runs until it is interrupted. */
public final class Main {
  private Main() {}

  /** The exit code is 0 for success, 1 when it cannot listen, 2 for arguments not understood. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err, InstantSource.system()));
  }

  /** Runs until its thread is interrupted; returns the exit code. */
  public static int run(
      List<String> arguments, PrintStream out, PrintStream err, InstantSource clock) {
    if (arguments.contains("--help")) {
      out.print(CommandLine.USAGE);
      return 0;
    }
    try (GeminiEmulator emulator = GeminiEmulator.start(CommandLine.read(arguments, clock))) {
      out.println("Gemini stand-in on " + emulator.baseUrl() + ", until Ctrl-C. Use it by");
      out.println("  GEMINI_BASE_URL=" + emulator.baseUrl() + " GEMINI_API_KEY=any");
      out.flush();
      Thread.sleep(Long.MAX_VALUE);
      return 0;
    } catch (IllegalArgumentException notUnderstood) {
      err.println("emulator: " + notUnderstood.getMessage() + "; --help shows all options");
      return 2;
    } catch (EmulatorException cannotListen) {
      err.println(
          "emulator: " + cannotListen.getMessage() + "; choose another address with --listen");
      return 1;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
