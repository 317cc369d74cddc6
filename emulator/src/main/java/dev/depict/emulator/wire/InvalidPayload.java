package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A request that the provider would not take; says so in its words. */
public final class InvalidPayload extends RuntimeException {
  private final transient GoogleError error;

  InvalidPayload(GoogleError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  public GoogleError error() {
    return error;
  }

  public static InvalidPayload of(String message) {
    return new InvalidPayload(GoogleError.invalid(message));
  }

  static InvalidPayload malformed(String reason) {
    return of("Invalid JSON payload received. " + reason);
  }

  /** A field that the message at that place does not have. */
  static InvalidPayload unknown(String name, String place) {
    String where = place.isEmpty() ? "" : " at '" + place + "'";
    return violation(
        place,
        "Invalid JSON payload received. Unknown name \"%s\"%s: Cannot find field."
            .formatted(name, where));
  }

  /** A value that does not fit the field's type. */
  static InvalidPayload mistyped(String place, String type, String value) {
    return violation(place, "Invalid value at '%s' (%s), %s".formatted(place, type, value));
  }

  private static InvalidPayload violation(String place, String message) {
    ObjectNode detail = GoogleError.detail("BadRequest");
    ObjectNode violation = detail.putArray("fieldViolations").addObject();
    violation.put("field", place).put("description", message);
    return new InvalidPayload(new GoogleError(400, "INVALID_ARGUMENT", message, List.of(detail)));
  }
}
