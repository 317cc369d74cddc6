package dev.depict.domain.answer;

import dev.depict.domain.media.MediaDigest;

/**
 * The searchable text made from an answer.
 *
 * @param title the first source under which the picture came, or its digest
 * @param sources where the tasks of this answer say the picture stands, one a line
 * @param contexts the context texts of the tasks of this answer, one a line
 * @param labels the labels of the tasks of this answer, one a line
 */
public record Chunk(
    AnswerId id,
    MediaDigest media,
    String title,
    Depiction depiction,
    String sources,
    String contexts,
    String labels) {}
