package dev.depict.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes texts fit into a number of columns. */
public final class Fit {
  private static final String ELLIPSIS = "…";

  /** White space, control characters, and what turns the direction of writing. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+");

  private Fit() {}

  /**
   * The text on one line that a terminal shows as it is: line breaks, tabs and control characters
   * become single spaces. File names and answers come from strangers; an escape sequence in one
   * must not reach the terminal.
   */
  public static String oneLine(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** Keeps the beginning, and marks what is left out. */
  public static String beginning(String text, int columns) {
    return DisplayWidth.of(text) <= columns
        ? text
        : head(text, columns - 1).stripTrailing() + ELLIPSIS;
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

  /** Breaks at spaces, in the middle of a word only where none is near; at least one line. */
  public static List<String> wrapped(String text, int columns, int mostLines) {
    var lines = new ArrayList<String>();
    String rest = text;
    while (DisplayWidth.of(rest) > columns && lines.size() < mostLines - 1) {
      String head = head(rest, columns);
      int space = rest.startsWith(" ", head.length()) ? head.length() : head.lastIndexOf(' ');
      // In a language without spaces a far one is no place to break.
      boolean near = DisplayWidth.of(head.substring(0, Math.max(0, space))) * 2 >= columns;
      String line = space > 0 && near ? head.substring(0, space) : head;
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
