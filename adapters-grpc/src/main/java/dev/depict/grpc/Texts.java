package dev.depict.grpc;

/** Text as people read it in an error. */
final class Texts {
  private static final int SHOWN = 40;

  private Texts() {}

  /** How many characters people would count. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The value in quotes, cut where it gets long. */
  static String quoted(String value) {
    return "'" + shortened(value, SHOWN) + "'";
  }

  /** The text, or its beginning and an ellipsis; never more than {@code max} characters. */
  static String shortened(String text, int max) {
    return length(text) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
  }
}
