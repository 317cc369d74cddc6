package dev.depict.emulator.book;

import java.util.List;

/**
 * What a caller sent, word for word.
 *
 * @param instruction all text of the system instruction
 * @param text all text beside the pictures
 * @param pictures their bytes
 */
public record Sent(String instruction, String text, List<byte[]> pictures) {
  public Sent {
    pictures = List.copyOf(pictures);
  }
}
