package dev.depict.emulator.wire;

import dev.depict.emulator.picture.SentPicture;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of the pictures of a request: that they hold their codes. */
record Words(List<SentPicture> pictures) {
  /** {@code code 4711}, the codes of all pictures, or {@code no code}. */
  String codes() {
    String codes =
        pictures.stream()
            .filter(picture -> picture.code().isPresent())
            .map(picture -> "code " + picture.code().getAsInt())
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "no code" : codes;
  }

  boolean hasCode() {
    return pictures.stream().anyMatch(picture -> picture.code().isPresent());
  }

  int firstCode() {
    return pictures.stream().mapToInt(picture -> picture.code().orElse(0)).findFirst().orElse(0);
  }

  String altText() {
    return "A grid of dark and light blocks with " + codes() + ".";
  }

  String description() {
    return "A grid of dark and light blocks shows %s. %s".formatted(codes(), size());
  }

  List<String> keywords() {
    return List.of("grid", "blocks", "pattern", "contrast", codes());
  }

  private String size() {
    return pictures.stream()
        .findFirst()
        .map(first -> "It is %d by %d pixels large.".formatted(first.width(), first.height()))
        .orElse("There is nothing else to see.");
  }
}
