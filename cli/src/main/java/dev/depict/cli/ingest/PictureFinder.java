package dev.depict.cli.ingest;

import dev.depict.cli.ingest.Entry.Picture;
import dev.depict.cli.ingest.Entry.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the pictures behind the names given.
 *
 * <p>A file is taken whatever it is called. A folder is searched for the usual extensions, in the
 * order of names; hidden entries are passed over, and so is what a link leads to outside of the
 * folder. Links to folders are not followed: what is inside is found without them.
 *
 * @param recursive whether to search folders inside folders
 */
record PictureFinder(boolean recursive) {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif");

  List<Entry> find(List<Path> named) {
    var entries = new ArrayList<Entry>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        entries.addAll(inside(path));
      } else {
        entries.add(file(path));
      }
    }
    return entries;
  }

  private static Entry file(Path path) {
    if (!Files.exists(path)) {
      return Files.isSymbolicLink(path)
          ? problem(path, "FILE_NOT_FOUND", "the link leads nowhere; correct or remove it")
          : problem(path, "FILE_NOT_FOUND", "no such file or folder; check the spelling");
    }
    return Files.isRegularFile(path)
        ? new Picture(path.toString(), path)
        : problem(path, "FILE_NOT_REGULAR", "neither a file nor a folder; name a picture file");
  }

  private List<Entry> inside(Path folder) {
    var found = new ArrayList<Entry>();
    try {
      search(folder, folder.toRealPath(), found);
    } catch (IOException e) {
      return List.of(Unusable.because(folder.toString(), e));
    }
    if (found.isEmpty()) {
      found.add(
          problem(
              folder,
              "FOLDER_WITHOUT_PICTURES",
              "no pictures in this folder (looked for jpg, png, webp, gif, bmp, tiff, heic);"
                  + " files that are called otherwise must be named one by one"));
    }
    return found;
  }

  private void search(Path folder, Path root, List<Entry> found) throws IOException {
    for (Path path : sorted(folder)) {
      if (path.getFileName().toString().startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        searchInner(path, root, found);
      } else if (isPicture(path) && Files.isRegularFile(path) && staysInside(path, root)) {
        found.add(new Picture(path.toString(), path));
      }
    }
  }

  /** An inner folder that cannot be read is a problem of its own and ends nothing. */
  private void searchInner(Path folder, Path root, List<Entry> found) {
    if (!recursive) {
      return;
    }
    try {
      search(folder, root, found);
    } catch (IOException e) {
      found.add(Unusable.because(folder.toString(), e));
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  private static boolean isPicture(Path path) {
    String name = path.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
  }

  private static boolean staysInside(Path path, Path root) throws IOException {
    return !Files.isSymbolicLink(path) || path.toRealPath().startsWith(root);
  }

  private static Problem problem(Path path, String reason, String message) {
    return new Problem(path.toString(), reason, message);
  }
}
