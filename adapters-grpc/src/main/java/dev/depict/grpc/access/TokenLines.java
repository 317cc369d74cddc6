package dev.depict.grpc.access;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a file of tokens: {@code sha256:<64 hex digits> read|write [name]}. Empty
 * lines and those that begin with {@code #} say nothing. No error shows what stands in a line:
 * somebody may have written the token itself.
 */
final class TokenLines {
  private static final Pattern LINE =
      Pattern.compile("sha256:([0-9a-fA-F]{64})\\s+(read|write)(?:\\s+([\\w.@-]{1,64}))?");

  /** Digits of the hash that name an entry which has no name. */
  private static final int NAMING = 8;

  private TokenLines() {}

  /**
   * @throws TokensUnusable when a line cannot be understood, or none lets anybody in
   */
  static List<TokenEntry> read(List<String> lines) {
    List<TokenEntry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        entries.add(entry(i + 1, line));
      }
    }
    if (entries.isEmpty()) {
      throw new TokensUnusable("holds no token, so that nobody could call");
    }
    return List.copyOf(entries);
  }

  private static TokenEntry entry(int number, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new TokensUnusable(
          "line %d is not 'sha256:<64 hex digits> read|write [name]'".formatted(number));
    }
    String hex = matcher.group(1);
    String name = matcher.group(3);
    return new TokenEntry(
        HexFormat.of().parseHex(hex),
        new Caller(
            name == null ? "token-" + hex.substring(0, NAMING) : name,
            Scope.of(matcher.group(2)).orElseThrow()));
  }
}
