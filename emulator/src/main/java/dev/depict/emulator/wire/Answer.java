package dev.depict.emulator.wire;

import dev.depict.emulator.book.TokenUsage;

/** An answer and what it takes. */
public record Answer(Reply reply, TokenUsage usage) {}
