package dev.depict.application.service;

/**
 * How the dispatcher works.
 *
 * @param working whether tasks are started without being asked for, from the start
 * @param aheadTasks pictures of one key prepared before their turn, at least 1
 * @param aheadBytes bytes of prepared pictures held at once for one key; one picture is always
 *     allowed
 * @param flightBytes bytes of pictures being sent at once, all keys together; one picture is always
 *     allowed
 */
public record DispatchSettings(boolean working, int aheadTasks, long aheadBytes, long flightBytes) {
  /** Copies of a picture that a call is taken to hold: as it is, as text, in the request, … */
  private static final int COPIES_OF_A_CALL = 5;

  private static final int SHARE_OF_MEMORY = 4;

  public DispatchSettings {
    if (aheadTasks < 1 || aheadBytes < 1 || flightBytes < 1) {
      throw new IllegalArgumentException("aheadTasks, aheadBytes and flightBytes are at least 1");
    }
  }

  /**
   * For a process with so much memory: a quarter of it for pictures that wait, a quarter for those
   * that are being sent.
   */
  public static DispatchSettings forMemory(boolean working, int aheadTasks, long bytes) {
    long share = bytes / SHARE_OF_MEMORY;
    return new DispatchSettings(working, aheadTasks, share, share / COPIES_OF_A_CALL);
  }
}
