package dev.depict.emulator;

import dev.depict.emulator.wire.Reply;

/** What the caller sees in the end. */
sealed interface Ending {
  /** An answer that took thinking. */
  record Thought(Reply reply) implements Ending {}

  /** An answer at once. */
  record Immediate(Reply reply) implements Ending {}

  /** Nothing, until the emulator is closed. */
  record Silence() implements Ending {}

  /** A closed connection. */
  record Cut() implements Ending {}
}
