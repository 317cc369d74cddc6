package dev.depict.grpc;

import java.time.Duration;

/**
 * How the server behaves.
 *
 * @param listen where it takes calls
 * @param quickThreads how many calls that wait for nothing are handled at once
 * @param handlerThreads how many others are; each waits for a commit at most
 * @param watchThreads how many watches read at once; a watch with nothing to send holds none
 * @param standardWait how long a call waits for the end of a task when it does not say
 * @param watchSilence after how long without a message a watch gets a mark
 */
public record GrpcSettings(
    Listen listen,
    Security security,
    Limits limits,
    int quickThreads,
    int handlerThreads,
    int watchThreads,
    Duration standardWait,
    Duration watchSilence) {

  public GrpcSettings {
    if (quickThreads < 1 || handlerThreads < 1 || watchThreads < 1) {
      throw new IllegalArgumentException("thread counts must be at least 1");
    }
  }

  /**
   * The defaults: no TLS and no tokens, the standard limits, two quick threads a core and four at
   * least, 64 handlers, so that as many callers share a commit, 2 watch threads, 30 s of waiting,
   * 15 s of silence.
   */
  public static GrpcSettings standard(Listen listen) {
    return new GrpcSettings(
        listen,
        Security.NONE,
        Limits.standard(),
        Math.max(4, 2 * Runtime.getRuntime().availableProcessors()),
        64,
        2,
        Duration.ofSeconds(30),
        Duration.ofSeconds(15));
  }

  /** The same with other limits. */
  public GrpcSettings withLimits(Limits other) {
    return new GrpcSettings(
        listen,
        security,
        other,
        quickThreads,
        handlerThreads,
        watchThreads,
        standardWait,
        watchSilence);
  }

  /** The same, letting others in. */
  public GrpcSettings withSecurity(Security other) {
    return new GrpcSettings(
        listen,
        other,
        limits,
        quickThreads,
        handlerThreads,
        watchThreads,
        standardWait,
        watchSilence);
  }
}
