package dev.depict.sqlite;

import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** Files and folders that only their owner may look into, where the system knows such a thing. */
final class PrivateFiles {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PrivateFiles() {}

  /** Creates a folder if need be and closes it to others. */
  static void folder(Path folder) {
    try {
      Files.createDirectories(folder, attributes("rwx------"));
      if (POSIX) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be made a data folder: %s; choose another one, or check its owner"
              .formatted(folder, reason(e)),
          e);
    }
    if (!Files.isWritable(folder)) {
      throw new StorageException(
          folder + " cannot be written; check its owner and permissions, or choose another one");
    }
  }

  private static String reason(IOException fault) {
    return switch (fault) {
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "nothing can be made there";
      case FileSystemException other -> String.valueOf(other.getReason()).toLowerCase(Locale.ROOT);
      default -> String.valueOf(fault.getMessage());
    };
  }

  /** Opens a file for reading and writing, creating it if need be. */
  static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        attributes("rw-------"));
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
