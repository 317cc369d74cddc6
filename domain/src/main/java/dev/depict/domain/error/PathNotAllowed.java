package dev.depict.domain.error;

/** The server does not read this file. */
public final class PathNotAllowed extends CallerMistake {
  private final String path;

  public PathNotAllowed(String path, String why) {
    super(
        "path %s is not read: %s; send the bytes, or name a folder in media.roots"
            .formatted(path, why));
    this.path = path;
  }

  public String path() {
    return path;
  }
}
