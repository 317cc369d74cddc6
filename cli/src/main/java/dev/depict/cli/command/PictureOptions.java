package dev.depict.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which pictures are meant. */
final class PictureOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Pictures, and folders to search for pictures.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--recursive",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Search folders inside folders, or do not. Default: search them.")
  private boolean recursive = true;

  List<Path> files() {
    return files;
  }

  boolean recursive() {
    return recursive;
  }
}
