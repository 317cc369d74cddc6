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

  static Refusal messageTooLarge(int most) {
    return new Refusal(
        Reason.MESSAGE_TOO_LARGE,
        "the request is longer than %d bytes (server.max-message-mib); UploadMedia takes larger"
                .formatted(most)
            + " pictures in pieces",
        Map.of("limit", Integer.toString(most)));
  }

  Reason reason() {
    return reason;
  }

  Map<String, String> metadata() {
    return metadata;
  }
}
