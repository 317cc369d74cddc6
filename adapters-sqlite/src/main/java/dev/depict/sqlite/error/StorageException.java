package dev.depict.sqlite.error;

import dev.depict.application.port.out.StorageFailure;

/**
 * The data folder cannot be used: a full or broken disk, a damaged file, another process. Nothing
 * of the change that met it is kept. The message names the file and what to do.
 */
public final class StorageException extends StorageFailure {
  public StorageException(String message) {
    super(message);
  }

  public StorageException(String message, Throwable cause) {
    super(message, cause);
  }
}
