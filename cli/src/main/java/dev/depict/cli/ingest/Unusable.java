package dev.depict.cli.ingest;

import dev.depict.cli.ingest.Entry.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Faults of the file system in words. */
final class Unusable {
  private Unusable() {}

  static Problem because(String file, IOException fault) {
    return switch (fault) {
      case AccessDeniedException e ->
          new Problem(file, "FILE_UNREADABLE", "permission denied; make it readable for this user");
      case NoSuchFileException e ->
          new Problem(file, "FILE_NOT_FOUND", "it was removed meanwhile; run the command again");
      default ->
          new Problem(
              file, "FILE_UNREADABLE", "cannot be read (" + fault.getMessage() + "); try again");
    };
  }
}
