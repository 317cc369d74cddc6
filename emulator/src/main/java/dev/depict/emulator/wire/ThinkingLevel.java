package dev.depict.emulator.wire;

/** How much a 3.x model thinks, under the wire's names, and what this stand-in spends on it. */
enum ThinkingLevel {
  MINIMAL(0),
  LOW(64),
  MEDIUM(256),
  HIGH(1024);

  private final int tokens;

  ThinkingLevel(int tokens) {
    this.tokens = tokens;
  }

  int tokens() {
    return tokens;
  }
}
