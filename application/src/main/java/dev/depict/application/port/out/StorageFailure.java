package dev.depict.application.port.out;

/**
 * What is kept cannot be read or written: a full or broken disk, a damaged file. Thrown by every
 * port that keeps something; nothing of the change that met it is kept. The message names the place
 * and what to do.
 */
public abstract class StorageFailure extends RuntimeException {
  protected StorageFailure(String message) {
    super(message);
  }

  protected StorageFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
