package dev.depict.bootstrap.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was acknowledged to one caller, in a file outside the data folder. */
record AckLog(Path file) {
  /** Writes down what one response says, at once and in one piece. */
  void add(List<Ack> acks) {
    try {
      Files.writeString(
          file,
          acks.stream().map(Ack::line).collect(Collectors.joining()),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all callers have written into one folder. */
  static List<Ack> all(Path folder) throws IOException {
    var acks = new ArrayList<Ack>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.map(Ack::parse).forEach(acks::add);
        }
      }
    }
    return acks;
  }
}
