package dev.depict.grpc.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What tells two states of a file apart without reading it.
 *
 * @param identity of the file itself, where the system has one
 */
record FileStamp(FileTime modified, long bytes, String identity) {
  private static final FileStamp NO_FILE = new FileStamp(FileTime.fromMillis(0), -1, "");

  static FileStamp of(Path file) {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(facts.lastModifiedTime(), facts.size(), String.valueOf(facts.fileKey()));
    } catch (IOException none) {
      return NO_FILE;
    }
  }
}
