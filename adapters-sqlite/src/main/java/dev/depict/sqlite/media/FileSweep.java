package dev.depict.sqlite.media;

import dev.depict.domain.media.MediaDigest;
import dev.depict.sqlite.error.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through the files of pictures, folder by folder, and removes those that belong to nothing:
 * left over when a process died, or when a file could not be removed. For one thread at a time.
 */
public final class FileSweep {
  /** Of files in one piece. */
  private static final int MOST = 1_000;

  private final MediaFiles files;
  private final Predicate<MediaDigest> known;
  private final ArrayDeque<Path> folders = new ArrayDeque<>();
  private boolean started;

  /**
   * @param known whether a picture is stored
   */
  public FileSweep(MediaFiles files, Predicate<MediaDigest> known) {
    this.files = files;
    this.known = known;
  }

  /**
   * Looks at some folders; younger files are left alone.
   *
   * @return whether there are more to look at, until all have been
   */
  public boolean piece(Instant youngest) {
    if (!started) {
      list(files.folder()).stream().filter(Files::isDirectory).forEach(folders::add);
      folders.addFirst(files.folder());
      started = true;
    }
    for (int seen = 0; seen < MOST && !folders.isEmpty(); ) {
      List<Path> content = list(folders.removeFirst());
      content.stream().filter(Files::isRegularFile).forEach(file -> judge(file, youngest));
      seen += content.size();
    }
    started = !folders.isEmpty();
    return started;
  }

  private void judge(Path file, Instant youngest) {
    if (files.isUnfinished(file) || !isOlder(file, youngest)) {
      return;
    }
    if (file.toString().endsWith(PartFile.SUFFIX)) {
      Deletions.delete(file);
    }
    digest(file)
        .filter(digest -> !known.test(digest))
        .ifPresent(digest -> files.remove(digest, () -> known.test(digest)));
  }

  private static boolean isOlder(Path file, Instant youngest) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(youngest);
    } catch (IOException gone) {
      return false;
    }
  }

  private Optional<MediaDigest> digest(Path file) {
    Path name = files.folder().relativize(file);
    String hex = name.getNameCount() == 2 ? name.getName(0).toString() + name.getName(1) : "";
    return hex.matches("[0-9a-f]{64}") && name.getName(0).toString().length() == 2
        ? Optional.of(new MediaDigest(hex))
        : Optional.empty();
  }

  private static List<Path> list(Path folder) {
    var content = new ArrayList<Path>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(content::add);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (DirectoryIteratorException | IOException e) {
      throw new StorageException(
          "%s cannot be looked through: %s; check the disk and its permissions"
              .formatted(folder, e),
          e);
    }
    return content;
  }
}
