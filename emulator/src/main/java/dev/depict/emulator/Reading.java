package dev.depict.emulator;

import dev.depict.emulator.book.Sent;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.SentPicture;
import dev.depict.emulator.wire.GenerateRequest;
import dev.depict.emulator.wire.GoogleError;
import dev.depict.emulator.wire.InlinePicture;
import dev.depict.emulator.wire.TokenCounter;
import java.util.List;

/** What was made of a call's body. */
sealed interface Reading {
  /** Nothing: the call is wrong. */
  record Wrong(GoogleError error) implements Reading {}

  /** A request and the facts of its pictures. */
  record Understood(GeminiModel model, GenerateRequest request, List<SentPicture> pictures)
      implements Reading {
    public Understood {
      pictures = List.copyOf(pictures);
    }

    long inputTokens() {
      return TokenCounter.prompt(model, request, pictures);
    }

    Sent sent() {
      return new Sent(
          request.instruction(),
          request.text(),
          request.pictures().stream().map(InlinePicture::content).toList(),
          request.responseMimeType(),
          request.schemaFields());
    }
  }
}
