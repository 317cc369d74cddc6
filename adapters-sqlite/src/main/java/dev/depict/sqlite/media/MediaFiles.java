package dev.depict.sqlite.media;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Pictures as files, {@code media/ab/cdef…} by the hexadecimal digest. A file has its name only
 * once it is whole and durable. Safe for concurrent use.
 */
public final class MediaFiles {
  private final Path folder;

  /** Folders whose names are known to be durable. */
  private final Set<Path> durable = ConcurrentHashMap.newKeySet();

  private final Set<Path> unfinished = ConcurrentHashMap.newKeySet();
  private final HeldFiles held = new HeldFiles();

  public MediaFiles(Path folder) {
    this.folder = folder;
  }

  /** Keeps the file of a picture from being removed, until {@link #release}. */
  public void hold(MediaDigest digest) {
    held.hold(digest);
  }

  public void release(MediaDigest digest) {
    held.release(digest);
  }

  /** Begins a file of its own. */
  public PartFile begin() {
    try {
      Files.createDirectories(folder);
      return new PartFile(folder, unfinished);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** Writes a picture, unless it is there; when this returns it survives a loss of power. */
  public void write(MediaDigest digest, byte[] content) {
    if (isThere(digest, content.length)) {
      return;
    }
    try (PartFile part = begin()) {
      part.write(content);
      keep(digest, part);
    } catch (IOException e) {
      throw cannotWrite(file(digest), e);
    }
  }

  /** Makes a picture of what was written; when this returns it survives a loss of power. */
  public void keep(MediaDigest digest, PartFile part) {
    Path file = file(digest);
    try {
      Path parent = durableParent(file);
      part.rename(file);
      syncFolder(parent);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private boolean isThere(MediaDigest digest, long bytes) {
    OptionalLong length = length(digest);
    if (length.isEmpty() || length.getAsLong() != bytes) {
      return false;
    }
    Path file = file(digest);
    try {
      syncFolder(durableParent(file)); // Whoever wrote it may not have come so far yet.
      return true;
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private Path durableParent(Path file) throws IOException {
    Path parent = folder.resolve(folder.relativize(file).getName(0));
    if (!durable.contains(parent)) {
      Files.createDirectories(parent);
      syncFolder(folder);
      syncFolder(folder.resolveSibling("."));
      durable.add(parent);
    }
    return parent;
  }

  /** The bytes of a picture, to be closed by the caller. */
  public Optional<InputStream> open(MediaDigest digest) {
    Path file = file(digest);
    try {
      return Optional.of(Files.newInputStream(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /** How many bytes the file of a picture has; empty when there is none. */
  public OptionalLong length(MediaDigest digest) {
    Path file = file(digest);
    try {
      return OptionalLong.of(Files.size(file));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /**
   * Removes the file of a picture, unless it is held or needed.
   *
   * @param needed asked while nobody can begin to hold it
   */
  public void remove(MediaDigest digest, BooleanSupplier needed) {
    Path file = file(digest);
    held.unlessHeld(
        digest,
        () -> {
          if (!needed.getAsBoolean()) {
            Deletions.delete(file);
          }
        });
  }

  Path folder() {
    return folder;
  }

  boolean isUnfinished(Path file) {
    return unfinished.contains(file);
  }

  private Path file(MediaDigest digest) {
    return folder.resolve(digest.hex().substring(0, 2)).resolve(digest.hex().substring(2));
  }

  /** Makes the names in a folder durable. */
  private static void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static StorageException cannotWrite(Path file, IOException fault) {
    return new StorageException(
        "%s cannot be written: %s; free some space or check the folder's permissions"
            .formatted(file, fault),
        fault);
  }

  private static StorageException cannotRead(Path file, IOException fault) {
    return new StorageException(
        "%s cannot be read: %s; check the disk and the file's permissions".formatted(file, fault),
        fault);
  }
}
