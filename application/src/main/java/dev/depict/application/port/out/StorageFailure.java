package dev.depict.application.port.out;

/**
 * What is kept cannot be read or written: a full or broken disk, a damaged file. Thrown by every
 * port that keeps something; nothing of the change that met it is kept. The message names the place
 * and what to do.
 */
public class StorageFailure extends RuntimeException {
  public StorageFailure(String message) {
    super(message);
  }

  public StorageFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
