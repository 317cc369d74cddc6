package dev.depict.bootstrap.program;

/** A server that was started did not live until it listened. */
final class ServerEnded extends AssertionError {
  private static final long serialVersionUID = 1L;

  ServerEnded(String message) {
    super(message);
  }
}
