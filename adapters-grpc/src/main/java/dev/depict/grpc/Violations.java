package dev.depict.grpc;

import dev.depict.domain.error.InvalidRequest;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, so that its caller learns everything at once. */
final class Violations {
  private final List<InvalidRequest.Violation> found = new ArrayList<>();

  void add(String field, String problem) {
    found.add(new InvalidRequest.Violation(field, problem));
  }

  /** How many were noted. */
  int count() {
    return found.size();
  }

  /** Notes an enum value that came as a number without a name. */
  void unknownEnum(String field, int value) {
    add(field, value + " is no value that this server knows; use one of those in the contract");
  }

  /** Notes a text with more than {@code max} characters. */
  void longest(String field, String text, int max) {
    int length = Texts.length(text);
    if (length > max) {
      add(
          field,
          "%s has %d characters; shorten it to %d".formatted(Texts.quoted(text), length, max));
    }
  }

  /** The same for a text that must not be seen in errors. */
  void longestUnshown(String field, String text, int max) {
    int length = Texts.length(text);
    if (length > max) {
      add(field, "has %d characters; shorten it to %d".formatted(length, max));
    }
  }

  /** Notes the name of a model that is neither left out nor says anything. */
  void model(String field, String text) {
    if (!text.isEmpty() && text.isBlank()) {
      add(field, "is blank; name a model, or leave the field out");
    }
  }

  /**
   * @throws InvalidRequest when anything was found
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequest(found);
    }
  }
}
