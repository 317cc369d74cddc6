package dev.depict.sqlite.db;

import java.util.ArrayList;
import java.util.List;

/** A list of texts in one column: each behind its length, {@code 3:sea6:sunset}. */
public final class TextList {
  private TextList() {}

  public static String join(List<String> texts) {
    var joined = new StringBuilder();
    for (String text : texts) {
      joined.append(text.length()).append(':').append(text);
    }
    return joined.toString();
  }

  public static List<String> split(String joined) {
    var texts = new ArrayList<String>();
    int at = 0;
    while (at < joined.length()) {
      int colon = joined.indexOf(':', at);
      int end = colon + 1 + Integer.parseInt(joined, at, colon, 10);
      texts.add(joined.substring(colon + 1, end));
      at = end;
    }
    return List.copyOf(texts);
  }
}
