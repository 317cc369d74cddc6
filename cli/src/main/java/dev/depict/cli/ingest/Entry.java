package dev.depict.cli.ingest;

import java.nio.file.Path;

/** One thing named by the caller or found in a folder. */
sealed interface Entry {
  /** As shown, and as the server gets it as source. */
  String file();

  /** A file to send. */
  record Picture(String file, Path path) implements Entry {}

  /**
   * Something that cannot be sent.
   *
   * @param reason for programs, such as {@code FILE_NOT_FOUND}
   * @param message what is wrong and what to do
   */
  record Problem(String file, String reason, String message) implements Entry {}
}
