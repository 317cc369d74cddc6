package dev.depict.domain.question;

import dev.depict.domain.hash.Sha256;
import dev.depict.domain.media.MediaDigest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Everything that decides an answer. Whatever changes a word of the answer belongs here; nothing
 * else does.
 *
 * @param userPrompt the caller's own wish; empty for none
 * @param contextText where the picture stands; empty for none
 * @param provider who is asked, {@code gemini} or {@code offline}
 * @param requestedModel the model the caller named, or none for the configured one
 * @param language BCP 47 tag of the language to answer in
 * @param preparation name and version of the way the picture is prepared
 * @param instructionVersion version of the instruction sent with the picture
 * @param schemaVersion version of the shape the answer has
 */
public record Question(
    MediaDigest media,
    String userPrompt,
    String contextText,
    String provider,
    Optional<String> requestedModel,
    String language,
    MediaResolution resolution,
    String preparation,
    int instructionVersion,
    int schemaVersion) {

  /** Changes whenever the canonical form does, so that forms never collide. */
  private static final String CANONICAL_FORM = "depict-question-1";

  /**
   * The SHA-256 of the canonical form: each field as UTF-8 behind its length, in the order of the
   * record.
   */
  public Fingerprint fingerprint() {
    var canonical = new ByteArrayOutputStream(256);
    append(canonical, CANONICAL_FORM);
    append(canonical, media.hex());
    append(canonical, userPrompt);
    append(canonical, contextText);
    append(canonical, provider);
    append(canonical, requestedModel.isPresent() ? "named" : "configured");
    append(canonical, requestedModel.orElse(""));
    append(canonical, language);
    append(canonical, resolution.name());
    append(canonical, preparation);
    append(canonical, Integer.toString(instructionVersion));
    append(canonical, Integer.toString(schemaVersion));
    return Fingerprint.ofBytes(Sha256.of(canonical.toByteArray()));
  }

  private static void append(ByteArrayOutputStream canonical, String field) {
    byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
    canonical.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
    canonical.writeBytes(utf8);
  }
}
