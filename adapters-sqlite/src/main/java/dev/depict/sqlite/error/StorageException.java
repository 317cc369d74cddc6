package dev.depict.sqlite.error;

/**
 * The data folder cannot be used: a full or broken disk, a damaged file, another process. Nothing
 * of the change that met it is kept. The message names the file and what to do.
 */
public final class StorageException extends RuntimeException {
  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
