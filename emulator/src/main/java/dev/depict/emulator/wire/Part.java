package dev.depict.emulator.wire;

import java.util.function.Consumer;

/** A piece of a content. */
sealed interface Part {
  record Text(String text) implements Part {}

  record Picture(InlinePicture picture) implements Part {}

  default void text(Consumer<String> texts) {
    if (this instanceof Text(String text)) {
      texts.accept(text);
    }
  }

  default void picture(Consumer<InlinePicture> pictures) {
    if (this instanceof Picture(InlinePicture picture)) {
      pictures.accept(picture);
    }
  }
}
