package dev.depict.emulator.wire;

import dev.depict.emulator.picture.PictureReader;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the parts of a content: text, or a picture inline. */
final class PartReader {
  private static final Set<String> PART = Set.of("text", "inlineData");
  private static final Set<String> BLOB = Set.of("mimeType", "data");
  private static final int SHOWN = 40;

  private PartReader() {}

  static List<Part> parts(Fields content) {
    return content.messages("parts", PART).stream().map(PartReader::part).toList();
  }

  private static Part part(Fields part) {
    Optional<String> text = part.text("text");
    Optional<Fields> blob = part.message("inlineData", BLOB);
    if (text.isPresent() && blob.isPresent()) {
      throw InvalidPayload.of(
          "Invalid value at '%s' (oneof), oneof field 'data' is already set."
              .formatted(part.at("inlineData")));
    }
    return text.<Part>map(Part.Text::new)
        .or(() -> blob.map(PartReader::picture))
        .orElseThrow(() ->
            InvalidPayload.of(
                "Unable to submit request because it must have a text parameter or other data"
                    + " in each part."));
  }

  private static Part picture(Fields blob) {
    String mimeType = blob.text("mimeType").orElse("");
    if (!PictureReader.accepts(mimeType)) {
      throw InvalidPayload.of("Unsupported MIME type: " + mimeType);
    }
    return new Part.Picture(
        new InlinePicture(mimeType, decode(blob, blob.text("data").orElse(""))));
  }

  /** Both alphabets, as protobuf's JSON mapping takes them. */
  private static byte[] decode(Fields blob, String data) {
    boolean forUrls = data.indexOf('-') >= 0 || data.indexOf('_') >= 0;
    try {
      return (forUrls ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(data);
    } catch (IllegalArgumentException noBase64) {
      throw InvalidPayload.mistyped(
          blob.at("data"),
          "TYPE_BYTES",
          "Base64 decoding failed for \"%s\""
              .formatted(data.substring(0, Math.min(SHOWN, data.length()))));
    }
  }
}
