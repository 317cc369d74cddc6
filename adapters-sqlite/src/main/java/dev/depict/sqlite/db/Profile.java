package dev.depict.sqlite.db;

import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import java.util.Optional;

/** The parts of a question that few tasks have for themselves, stored once. */
public record Profile(
    String provider,
    Optional<String> requestedModel,
    String language,
    MediaResolution resolution,
    String preparation,
    int instructionVersion,
    int schemaVersion) {
  public static Profile of(Question question) {
    return new Profile(
        question.provider(),
        question.requestedModel(),
        question.language(),
        question.resolution(),
        question.preparation(),
        question.instructionVersion(),
        question.schemaVersion());
  }

  /** The question with the parts that are its own. */
  public Question question(MediaDigest media, String prompt, String context) {
    return new Question(
        media,
        prompt,
        context,
        provider,
        requestedModel,
        language,
        resolution,
        preparation,
        instructionVersion,
        schemaVersion);
  }
}
