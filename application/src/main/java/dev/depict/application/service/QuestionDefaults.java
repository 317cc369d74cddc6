package dev.depict.application.service;

import dev.depict.domain.question.MediaResolution;

/**
 * What a question takes on when its caller does not say.
 *
 * @param language BCP 47 tag of the language to answer in
 * @param preparation name and version of the way pictures are prepared
 * @param instructionVersion version of the instruction sent with each picture
 * @param schemaVersion version of the shape the answers have
 */
public record QuestionDefaults(
    String language,
    MediaResolution resolution,
    String preparation,
    int instructionVersion,
    int schemaVersion) {}
