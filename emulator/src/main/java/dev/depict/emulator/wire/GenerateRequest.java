package dev.depict.emulator.wire;

import java.util.List;
import java.util.Set;

/**
 * A request, read.
 *
 * @param instruction all text of the system instruction; empty without one
 * @param texts the text parts of the contents
 * @param pictures the picture parts of the contents
 */
public record GenerateRequest(
    String instruction, List<String> texts, List<InlinePicture> pictures, GenerationConfig config) {
  public GenerateRequest {
    texts = List.copyOf(texts);
    pictures = List.copyOf(pictures);
  }

  /** The MIME type wished for the answer; empty when it was left open. */
  public String responseMimeType() {
    return config.responseMimeType().orElse("");
  }

  /** The names of the properties the answer is to have; none without a schema. */
  public Set<String> schemaFields() {
    return config.schemaFields();
  }

  /** All text beside the pictures. */
  public String text() {
    return String.join("\n", texts);
  }
}
