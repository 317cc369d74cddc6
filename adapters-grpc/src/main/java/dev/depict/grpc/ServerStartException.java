package dev.depict.grpc;

/** The server cannot take calls. The message says at which address, why, and what to do. */
public final class ServerStartException extends RuntimeException {
  ServerStartException(String message) {
    super(message);
  }

  ServerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
