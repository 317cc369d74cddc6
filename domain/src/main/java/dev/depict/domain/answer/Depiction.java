package dev.depict.domain.answer;

import java.util.List;
import java.util.Optional;

/**
 * The words for one picture.
 *
 * @param altText one sentence for those who do not see the picture
 * @param description two to four sentences
 * @param keywords lower case, no doubles
 * @param ocrText the text in the picture, line by line; absent when it holds none
 * @param language BCP 47 tag of the language of the words
 */
public record Depiction(
    String altText,
    String description,
    List<String> keywords,
    Optional<String> ocrText,
    String language) {
  public Depiction {
    keywords = List.copyOf(keywords);
  }
}
