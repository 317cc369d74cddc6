package dev.depict.grpc;

import java.time.Duration;

/**
 * What clients may take of the server, all together unless it says otherwise.
 *
 * @param messageBytes longest message of a request; longer ones are refused before they are read
 * @param metadataBytes longest headers of a call
 * @param bytesInFlight of all messages that are coming in or are not dealt with yet
 * @param connections how many may be open
 * @param callsPerConnection how many calls of one connection may be open
 * @param calls how many may be open
 * @param watches how many may be open
 */
public record Limits(
    int messageBytes,
    int metadataBytes,
    long bytesInFlight,
    int connections,
    int callsPerConnection,
    int calls,
    int watches,
    Patience patience) {
  private static final int MESSAGE = 21 * 1024 * 1024;

  /**
   * How long the server bears with clients.
   *
   * @param deadline of calls that bring none and are not meant to last
   * @param stall how long a request may take to come in without moving on; zero for ever
   * @param idleConnection after which time a connection without a call is closed
   * @param keepAlive when a silent connection is asked whether it still lives
   */
  public record Patience(
      Duration deadline, Duration stall, Duration idleConnection, Duration keepAlive) {
    /** 5 min, 30 s, 10 min, 60 s. */
    public static final Patience STANDARD =
        new Patience(
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60));
  }

  public Limits {
    if (messageBytes < 1 || metadataBytes < 1 || bytesInFlight < messageBytes) {
      throw new IllegalArgumentException(
          "sizes must be at least 1, and a message must fit into the bytes in flight");
    }
    if (connections < 1 || callsPerConnection < 1 || calls < 1 || watches < 1) {
      throw new IllegalArgumentException("counts must be at least 1");
    }
  }

  /**
   * The defaults: messages up to 21 MiB (a picture of 20 MiB and its texts), headers up to 8 KiB,
   * an eighth of the heap in flight, 1 000 connections, 4 096 calls of each and 16 384 of all, 1
   * 000 watches.
   */
  public static Limits standard() {
    return new Limits(
        MESSAGE,
        8 * 1024,
        Math.max(MESSAGE, Runtime.getRuntime().maxMemory() / 8),
        1_000,
        4_096,
        16_384,
        1_000,
        Patience.STANDARD);
  }

  /** The same with another limit of watches. */
  Limits withWatches(int most) {
    return new Limits(
        messageBytes,
        metadataBytes,
        bytesInFlight,
        connections,
        callsPerConnection,
        calls,
        most,
        patience);
  }

  /** The same with other patience. */
  Limits withPatience(Patience other) {
    return new Limits(
        messageBytes,
        metadataBytes,
        bytesInFlight,
        connections,
        callsPerConnection,
        calls,
        watches,
        other);
  }
}
