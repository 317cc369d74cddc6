package dev.depict.bootstrap.crash;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;

/** Tells calls that a killed server left without an answer from those that it refused. */
final class Broken {
  private Broken() {}

  static boolean line(StatusRuntimeException e) {
    Status status = e.getStatus();
    return switch (status.getCode()) {
      case UNAVAILABLE, CANCELLED -> true;
      // A call that is being ended when its connection breaks.
      case UNKNOWN -> status.getCause() instanceof IOException;
      default -> false;
    };
  }
}
