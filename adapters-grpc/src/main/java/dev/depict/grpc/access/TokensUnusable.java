package dev.depict.grpc.access;

/** The file of tokens cannot be used. The message says which line, why, and what to do. */
public final class TokensUnusable extends RuntimeException {
  TokensUnusable(String message) {
    super(message);
  }
}
