package dev.depict.emulator.book;

/** What a call asked for. */
public enum Operation {
  GENERATE_CONTENT("generateContent"),
  COUNT_TOKENS("countTokens");

  private final String method;

  Operation(String method) {
    this.method = method;
  }

  /** As in the path, behind the colon. */
  public String method() {
    return method;
  }
}
