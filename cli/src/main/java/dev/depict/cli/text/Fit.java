package dev.depict.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Makes texts fit into a number of columns. */
public final class Fit {
  private static final String ELLIPSIS = "…";

  private Fit() {}

  /**
   * The text on one line that a terminal shows as it is: line breaks, tabs and control characters
   * become single spaces. File names and answers come from strangers; an escape sequence in one
   * must not reach the terminal.
   */
  public static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  /** Keeps the beginning, and marks what is left out. */
  public static String beginning(String text, int columns) {
    return DisplayWidth.of(text) <= columns ? text : head(text, columns - 1) + ELLIPSIS;
  }

  /** Keeps the end, which tells most of a path, and marks what is left out. */
  public static String end(String text, int columns) {
    int from = 0;
    int width = DisplayWidth.of(text);
    if (width <= columns) {
      return text;
    }
    while (width > columns - 1) {
      int codePoint = text.codePointAt(from);
      width -= DisplayWidth.of(codePoint);
      from += Character.charCount(codePoint);
    }
    return ELLIPSIS + text.substring(from);
  }

  /** Breaks at spaces, in the middle of a word only where one does not fit; at least one line. */
  public static List<String> wrapped(String text, int columns, int mostLines) {
    var lines = new ArrayList<String>();
    String rest = text;
    while (DisplayWidth.of(rest) > columns && lines.size() < mostLines - 1) {
      String head = head(rest, columns);
      int space = rest.startsWith(" ", head.length()) ? head.length() : head.lastIndexOf(' ');
      String line = space > 0 ? head.substring(0, space) : head;
      lines.add(line.strip());
      rest = rest.substring(line.length()).strip();
    }
    lines.add(beginning(rest, columns));
    return lines;
  }

  private static String head(String text, int columns) {
    int to = 0;
    int width = 0;
    while (to < text.length()) {
      int codePoint = text.codePointAt(to);
      width += DisplayWidth.of(codePoint);
      if (width > columns) {
        break;
      }
      to += Character.charCount(codePoint);
    }
    return text.substring(0, to);
  }
}
