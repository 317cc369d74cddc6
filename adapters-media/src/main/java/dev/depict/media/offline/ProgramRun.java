package dev.depict.media.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a program once: bytes in, bytes out, never longer than allowed, never through a shell. */
final class ProgramRun {
  /** What became of a run. */
  sealed interface Result {
    /** Ended well; the output may be cut. */
    record Output(byte[] bytes) implements Result {}

    /** There is no such program. */
    record Missing() implements Result {}

    /** Ended by the limit of time. */
    record TimedOut() implements Result {}

    /** Ended with an error of its own. */
    record Failed(int exitCode) implements Result {}
  }

  /** Far more than a page of text makes; keeps memory bounded. */
  private static final int MAX_OUTPUT = 8 * 1024 * 1024;

  private ProgramRun() {}

  static Result run(List<String> command, byte[] input, Duration timeout)
      throws InterruptedException {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    // One core a run; whoever wants more starts more runs.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result.Missing();
    }
    try {
      return await(process, input, timeout);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Result await(Process process, byte[] input, Duration timeout)
      throws InterruptedException {
    var output = new CompletableFuture<byte[]>();
    Thread.startVirtualThread(() -> write(process.getOutputStream(), input));
    Thread.startVirtualThread(() -> output.complete(read(process.getInputStream())));
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      return new Result.TimedOut();
    }
    return process.exitValue() == 0
        ? new Result.Output(output.join())
        : new Result.Failed(process.exitValue());
  }

  private static void write(OutputStream target, byte[] input) {
    try (target) {
      target.write(input);
    } catch (IOException e) {
      // The program has ended early; its exit code tells.
    }
  }

  private static byte[] read(InputStream source) {
    try (source) {
      byte[] kept = source.readNBytes(MAX_OUTPUT);
      source.transferTo(OutputStream.nullOutputStream());
      return kept;
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
