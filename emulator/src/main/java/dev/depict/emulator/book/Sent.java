package dev.depict.emulator.book;

import java.util.List;
import java.util.Set;

/**
 * What a caller sent, word for word.
 *
 * @param instruction all text of the system instruction
 * @param text all text beside the pictures
 * @param pictures their bytes
 * @param responseMimeType as asked for; empty when it was left open
 * @param schemaFields the properties of the answer's schema; none without one
 */
public record Sent(
    String instruction,
    String text,
    List<byte[]> pictures,
    String responseMimeType,
    Set<String> schemaFields) {
  public Sent {
    pictures = List.copyOf(pictures);
    schemaFields = Set.copyOf(schemaFields);
  }
}
