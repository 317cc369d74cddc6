package dev.depict.grpc;

import java.time.Duration;

/**
 * How the server behaves.
 *
 * @param listen where it takes calls
 * @param maxMessageBytes longest request in bytes; longer ones are refused before they are read
 * @param handlerThreads how many calls run at once; each waits for a commit at most
 * @param watchThreads how many watches read at once; a watch with nothing to send holds none
 * @param maxWatches how many watches may be open
 * @param maxCallsPerConnection how many calls of one connection may be open
 * @param standardWait how long a call waits for the end of a task when it does not say
 * @param watchSilence after how long without a message a watch gets a mark
 * @param keepAlive when a silent connection is asked whether it still lives
 */
public record GrpcSettings(
    Listen listen,
    int maxMessageBytes,
    int handlerThreads,
    int watchThreads,
    int maxWatches,
    int maxCallsPerConnection,
    Duration standardWait,
    Duration watchSilence,
    Duration keepAlive) {

  public GrpcSettings {
    if (maxMessageBytes < 1 || handlerThreads < 1 || watchThreads < 1) {
      throw new IllegalArgumentException("message size and thread counts must be at least 1");
    }
    if (maxWatches < 1 || maxCallsPerConnection < 1) {
      throw new IllegalArgumentException("watches and calls of a connection must be at least 1");
    }
  }

  /**
   * The defaults: requests up to 21 MiB (a picture of 20 MiB and its texts), 64 handlers, so that
   * as many callers share a commit, 2 watch threads, 1 000 watches, 4 096 calls a connection, 30 s
   * of waiting, 15 s of silence, keepalive after 60 s.
   */
  public static GrpcSettings standard(Listen listen) {
    return new GrpcSettings(
        listen,
        21 * 1024 * 1024,
        64,
        2,
        1_000,
        4_096,
        Duration.ofSeconds(30),
        Duration.ofSeconds(15),
        Duration.ofSeconds(60));
  }

  /** The same with another limit of requests. */
  public GrpcSettings withMaxMessageBytes(int bytes) {
    return new GrpcSettings(
        listen,
        bytes,
        handlerThreads,
        watchThreads,
        maxWatches,
        maxCallsPerConnection,
        standardWait,
        watchSilence,
        keepAlive);
  }
}
