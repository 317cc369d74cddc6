package dev.depict.media.offline;

import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.answer.Depiction;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts what was measured and read into words. Claims nothing that was not. */
final class Wording {
  private static final int ALT_TEXT = 125;
  private static final int QUOTED = 160;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

  private final PreparedImage image;
  private final Look look;
  private final Reading reading;
  private final Shape shape;

  Wording(PreparedImage image, Look look, Reading reading) {
    this.image = image;
    this.look = look;
    this.reading = reading;
    this.shape = Shape.of(image);
  }

  Depiction depiction() {
    return new Depiction(altText(), description(), keywords(), text(), "en");
  }

  private String altText() {
    String facts =
        "%s %s, %s, mostly %s"
            .formatted(
                shape.headline(),
                noun(),
                shape.pixels(),
                enumerate(look.colours().stream().map(share -> share.colour().words()).toList()));
    String lead = "; contains the text ";
    return text()
            .map(text -> Quotation.of(text, ALT_TEXT - 1 - facts.length() - lead.length()))
            .filter(quoted -> !quoted.isEmpty())
            .map(quoted -> facts + lead + quoted)
            .orElse(facts)
        + ".";
  }

  private String description() {
    String colours =
        enumerate(
            look.colours().stream()
                .map(share -> share.colour().words() + " (" + share.percent() + " %)")
                .toList());
    return String.join(
        " ",
        "%s %s in the %s format, %s pixels%s."
            .formatted(
                shape.headline(), noun(), image.original().format(), shape.pixels(), taken()),
        "Its colours are mostly %s; it is %s and %s."
            .formatted(colours, look.brightness().words(), look.sharpness().words()),
        aboutText(),
        "Measured on this machine, not seen by a vision model.");
  }

  /** Only a camera's notes make a picture a photo. */
  private String noun() {
    return image.capture().camera().isPresent() || image.capture().time().isPresent()
        ? "photo"
        : "picture";
  }

  private String taken() {
    return image.capture().time().map(time -> ", taken on " + DAY.format(time)).orElse("")
        + image.capture().camera().map(camera -> ", camera " + camera).orElse("");
  }

  private String aboutText() {
    return switch (reading) {
      case Reading.Text(String text, boolean cut) ->
          "It contains %stext, beginning with %s."
              .formatted(
                  cut ? "more text than is kept here, " + text.length() + " characters of " : "",
                  Quotation.of(text, QUOTED));
      case Reading.NoText() -> "No text was found in it.";
      case Reading.NotInstalled() -> "Text recognition is not installed.";
      case Reading.Failed(String why) -> "Text recognition failed: " + why + ".";
    };
  }

  private Optional<String> text() {
    return reading instanceof Reading.Text read ? Optional.of(read.text()) : Optional.empty();
  }

  private List<String> keywords() {
    List<String> measured = new ArrayList<>();
    measured.add(shape.format());
    look.colours().forEach(share -> measured.add(share.colour().words()));
    measured.add(look.brightness().keyword());
    measured.add(image.original().format().name().toLowerCase(Locale.ROOT));
    measured.add(look.sharpness().keyword());
    measured.add(noun());
    return Keywords.of(measured, text().orElse(""));
  }

  private static String enumerate(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? words.getFirst()
        : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
  }
}
