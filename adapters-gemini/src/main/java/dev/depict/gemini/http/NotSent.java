package dev.depict.gemini.http;

import java.io.IOException;

/** A call failed before the first byte of its body went out: nobody can bill it. */
public final class NotSent extends IOException {
  NotSent(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
