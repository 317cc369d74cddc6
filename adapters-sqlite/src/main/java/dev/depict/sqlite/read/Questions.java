package dev.depict.sqlite.read;

import dev.depict.domain.question.Fingerprint;
import dev.depict.domain.question.Question;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions as {@link QuestionMapper} takes and gives them. */
final class Questions {
  private Questions() {}

  static String json(List<Question> questions) {
    return questions.stream()
        .map(question ->
            "\"%s\":\"%s\"".formatted(question.fingerprint().hex(), question.media().hex()))
        .distinct()
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Set<Fingerprint> fingerprints(List<String> hex) {
    return hex.stream().map(Fingerprint::new).collect(Collectors.toUnmodifiableSet());
  }
}
