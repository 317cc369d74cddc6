package dev.depict.sqlite.media;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures as files, {@code media/ab/cdef…} by the hexadecimal digest. A file has its name only
 * once it is whole and durable. Safe for concurrent use.
 */
public final class MediaFiles {
  private final Path folder;

  /** Folders whose names are known to be durable. */
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  public MediaFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes a picture, unless it is there; when this returns it survives a loss of power. */
  public void write(MediaDigest digest, byte[] content) {
    Path file = file(digest);
    try {
      Path parent = folder.resolve(digest.hex().substring(0, 2));
      if (!durable.contains(parent)) {
        Files.createDirectories(parent);
        syncFolder(folder);
        syncFolder(folder.resolveSibling("."));
        durable.add(parent);
      }
      if (Files.exists(file) && Files.size(file) == content.length) {
        syncFolder(parent); // Whoever wrote it may not have come so far yet.
        return;
      }
      Path unfinished = Files.createTempFile(parent, "new-", ".part");
      try {
        writeAndSync(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      syncFolder(parent);
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be written: %s; free some space or check the folder's permissions"
              .formatted(file, e),
          e);
    }
  }

  /** The bytes of a picture, to be closed by the caller. */
  public Optional<InputStream> open(MediaDigest digest) {
    Path file = file(digest);
    try {
      return Optional.of(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StorageException(
          "%s cannot be read: %s; check the disk and the file's permissions".formatted(file, e), e);
    }
  }

  private Path file(MediaDigest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
  }

  private static void writeAndSync(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Makes the names in a folder durable. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
