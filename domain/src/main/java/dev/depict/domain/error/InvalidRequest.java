package dev.depict.domain.error;

import java.util.List;
import java.util.stream.Collectors;

/** One or more fields of a request cannot be used; all of them are named at once. */
public final class InvalidRequest extends CallerMistake {
  /**
   * @param field the field's path as the caller wrote it
   * @param problem what is wrong with which value, and what to do
   */
  public record Violation(String field, String problem) {}

  private final List<Violation> violations;

  public InvalidRequest(List<Violation> violations) {
    super(
        violations.stream()
            .map(violation -> violation.field() + ": " + violation.problem())
            .collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  public InvalidRequest(String field, String problem) {
    this(List.of(new Violation(field, problem)));
  }

  public List<Violation> violations() {
    return violations;
  }
}
