package dev.depict.cli.text;

/**
 * Colours where they are wanted, plain text elsewhere.
 *
 * @param on whether they are wanted
 */
public record Colours(boolean on) {
  public String good(String text) {
    return dressed("32", text);
  }

  public String bad(String text) {
    return dressed("31", text);
  }

  public String waiting(String text) {
    return dressed("33", text);
  }

  public String strong(String text) {
    return dressed("1", text);
  }

  private String dressed(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
