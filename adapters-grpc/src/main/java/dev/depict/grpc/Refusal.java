package dev.depict.grpc;

import java.util.Map;

/** The server itself refuses a call, for a reason that no use case knows. */
final class Refusal extends RuntimeException {
  private final Reason reason;
  private final Map<String, String> metadata;

  Refusal(Reason reason, String message) {
    this(reason, message, Map.of());
  }

  Refusal(Reason reason, String message, Map<String, String> metadata) {
    super(message);
    this.reason = reason;
    this.metadata = Map.copyOf(metadata);
  }

  Reason reason() {
    return reason;
  }

  Map<String, String> metadata() {
    return metadata;
  }
}
