package dev.depict.emulator.wire;

import dev.depict.emulator.picture.SentPicture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of the pictures of a request: their size, their colours and their codes. */
record Words(List<SentPicture> pictures, Language language) {
  private static final int LARGE_SIDE = 512;

  /** {@code code 4711}, the codes of all pictures, or {@code no code}; never translated. */
  String codes() {
    String codes = codesFound();
    return codes.isEmpty() ? "no code" : codes;
  }

  boolean hasCode() {
    return !codesFound().isEmpty();
  }

  int firstCode() {
    return pictures.stream().mapToInt(picture -> picture.code().orElse(0)).findFirst().orElse(0);
  }

  String altText() {
    return sentence("alt");
  }

  String description() {
    return sentence("description");
  }

  /** Five to eight, each once. */
  List<String> keywords() {
    Stream<String> first =
        pictures.stream()
            .limit(1)
            .flatMap(picture -> Stream.concat(shape(picture), colours(picture)));
    return Stream.of(
            Stream.of(language.word("picture")),
            first,
            Stream.of(shown()),
            Stream.of(language.word("pixels"), language.word("colours")))
        .flatMap(words -> words)
        .distinct()
        .toList();
  }

  private String sentence(String name) {
    if (pictures.isEmpty()) {
      return language.sentence(name + ".none");
    }
    SentPicture first = pictures.getFirst();
    if (first.colours().isEmpty()) {
      return language.sentence(name + ".unmeasured", shown());
    }
    String colours = colours(first).collect(Collectors.joining(" " + language.word("and") + " "));
    return language.sentence(name, first.width(), first.height(), colours, shown());
  }

  private String shown() {
    return hasCode() ? codesFound() : language.word("none");
  }

  private String codesFound() {
    return pictures.stream()
        .filter(picture -> picture.code().isPresent())
        .map(picture -> "code " + picture.code().getAsInt())
        .collect(Collectors.joining(", "));
  }

  private Stream<String> colours(SentPicture picture) {
    return picture.colours().stream().limit(2).map(language::word);
  }

  private Stream<String> shape(SentPicture picture) {
    int width = picture.width();
    int height = picture.height();
    String shape = width > height ? "landscape" : width < height ? "portrait" : "square";
    String size = Math.max(width, height) < LARGE_SIDE ? "small" : "large";
    return Stream.of(shape, size).map(language::word);
  }
}
