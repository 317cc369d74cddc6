package dev.depict.grpc;

import dev.depict.domain.task.Origin;
import dev.depict.proto.v1.IngestRequest;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The texts of what is to be ingested; notes what is wrong with them. */
record IngestTexts(IngestRequest request, Violations violations) {
  static final int MAX_SOURCE = 2_048;
  private static final int MAX_TEXT = 8_000;
  private static final int MAX_LABEL = 64;
  private static final int MAX_REQUEST_ID = 128;

  /** So many faulty labels are named; who sends more has another trouble. */
  private static final int MAX_FAULTY = 32;

  /** Looks at those that are taken as they are. */
  void check() {
    violations.longest("source", request.getSource(), MAX_SOURCE);
    violations.longestUnshown("user_prompt", request.getUserPrompt(), MAX_TEXT);
    violations.longestUnshown("context_text", request.getContextText(), MAX_TEXT);
    violations.longest("request_id", request.getRequestId(), MAX_REQUEST_ID);
    violations.model("model", request.getModel());
  }

  Optional<String> language() {
    try {
      return given(request.getLanguage())
          .map(tag -> new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      violations.add(
          "language",
          Texts.quoted(request.getLanguage()) + " is no BCP 47 tag; write it like en or pt-BR");
      return Optional.empty();
    }
  }

  /** The different ones. */
  List<String> labels() {
    List<String> labels = request.getLabelsList();
    int before = violations.count();
    for (int i = 0; i < labels.size() && violations.count() < before + MAX_FAULTY; i++) {
      String field = "labels[" + i + "]";
      if (labels.get(i).isEmpty()) {
        violations.add(field, "is empty; a label has 1 to 64 characters");
      }
      violations.longest(field, labels.get(i), MAX_LABEL);
    }
    List<String> different = labels.stream().distinct().toList();
    if (different.size() > Origin.MAX_LABELS) {
      violations.add(
          "labels",
          "%d different ones; give at most %d".formatted(different.size(), Origin.MAX_LABELS));
    }
    return different;
  }

  static Optional<String> given(String text) {
    return Optional.of(text).filter(Predicate.not(String::isEmpty));
  }
}
