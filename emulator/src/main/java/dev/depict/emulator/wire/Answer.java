package dev.depict.emulator.wire;

import dev.depict.emulator.book.Billed;

/** An answer and what it takes. */
public record Answer(Reply reply, Billed billed) {}
