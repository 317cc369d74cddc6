package dev.depict.application.port.out;

import java.util.UUID;

/** Gives new ids. Safe for concurrent use. */
@FunctionalInterface
public interface IdSource {
  /** A UUID of version 7 that was never given before. */
  UUID next();
}
