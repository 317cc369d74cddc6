package dev.depict.media.inspect;

import dev.depict.application.port.out.PictureFiles;
import dev.depict.domain.error.MediaRejected;
import dev.depict.domain.error.PathNotAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Reads files inside some folders, and nothing else. Safe for concurrent use. */
public final class RootedFiles implements PictureFiles {
  private final List<Path> roots;
  private final long maxBytes;

  /**
   * @param roots folders that may be read, with all that is in them; none to read nothing
   * @param maxBytes of one file
   */
  public RootedFiles(List<Path> roots, long maxBytes) {
    this.roots = List.copyOf(roots);
    this.maxBytes = maxBytes;
  }

  @Override
  public byte[] read(String path) {
    Path real = real(path);
    // The real path has no links in it; one that is put there meanwhile is not followed.
    try (InputStream content = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = content.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > maxBytes) {
        throw new MediaRejected(
            MediaRejected.Reason.TOO_LARGE,
            "the file at %s has more than %d bytes, which is the limit".formatted(path, maxBytes));
      }
      return bytes;
    } catch (IOException e) {
      throw new PathNotAllowed(path, "it cannot be read");
    }
  }

  /** What is outside is not told apart from what is not there. */
  private Path real(String path) {
    Path named = parse(path);
    if (roots.isEmpty()) {
      throw new PathNotAllowed(path, "this server reads no files by itself");
    }
    if (!named.isAbsolute()) {
      throw new PathNotAllowed(path, "it is not absolute");
    }
    try {
      Path real = named.toRealPath();
      if (roots.stream().anyMatch(root -> isInside(root, real)) && Files.isRegularFile(real)) {
        return real;
      }
    } catch (IOException e) {
      // As for one that is outside.
    }
    throw new PathNotAllowed(path, "it is no file inside a folder that may be read");
  }

  private static Path parse(String path) {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new PathNotAllowed(path.replaceAll("\\p{Cntrl}", "?"), "it is not a path");
    }
  }

  private static boolean isInside(Path root, Path real) {
    try {
      return real.startsWith(root.toRealPath());
    } catch (IOException e) {
      return false; // The folder is not there now.
    }
  }
}
