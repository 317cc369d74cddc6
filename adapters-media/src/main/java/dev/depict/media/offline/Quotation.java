package dev.depict.media.offline;

/** Text between quotation marks, cut where a word ends. */
final class Quotation {
  /** Shorter ones tell nothing. */
  private static final int LEAST = 12;

  private Quotation() {}

  /**
   * The beginning of a text in at most {@code room} characters, marks and ellipsis included; empty
   * when there is no room.
   */
  static String of(String text, int room) {
    String line = text.replaceAll("\\s+", " ").replace('"', '\'').strip();
    if (line.length() + 2 <= room) {
      return '"' + line + '"';
    }
    if (room < LEAST) {
      return "";
    }
    int end = room - 3;
    int space = line.lastIndexOf(' ', end);
    int cut = space >= LEAST / 2 ? space : end;
    int whole = Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut;
    return '"' + line.substring(0, whole) + "…\"";
  }
}
