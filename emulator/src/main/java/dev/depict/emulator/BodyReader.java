package dev.depict.emulator;

import dev.depict.emulator.Reading.Understood;
import dev.depict.emulator.Reading.Wrong;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.PictureReader;
import dev.depict.emulator.picture.SentPicture;
import dev.depict.emulator.wire.GenerateRequest;
import dev.depict.emulator.wire.GoogleErrors;
import dev.depict.emulator.wire.InlinePicture;
import dev.depict.emulator.wire.InvalidPayload;
import dev.depict.emulator.wire.RequestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads calls in the provider's order: key, model, JSON, pictures. Safe for concurrent use. */
final class BodyReader {
  /** The most bytes the provider takes. */
  static final int LIMIT = 100 << 20;

  private final Set<String> keys;
  private final List<GeminiModel> models;
  private final PictureReader pictures;

  BodyReader(Set<String> keys, List<GeminiModel> models, PictureReader pictures) {
    this.keys = keys;
    this.models = models;
    this.pictures = pictures;
  }

  /** Everything but the pixels. Does not wait. */
  Reading read(Call call, byte[] body) {
    if (call.key().isEmpty()) {
      return new Wrong(GoogleErrors.keyMissing());
    }
    if (!keys.isEmpty() && !keys.contains(call.key())) {
      return new Wrong(GoogleErrors.keyInvalid());
    }
    if (body.length > LIMIT) {
      return new Wrong(GoogleErrors.tooLarge(LIMIT));
    }
    Optional<GeminiModel> model =
        models.stream().filter(each -> each.name().equals(call.model())).findFirst();
    return model.isPresent()
        ? read(call, body, model.get())
        : new Wrong(GoogleErrors.unknownModel(call.model(), call.operation()));
  }

  private Reading read(Call call, byte[] body, GeminiModel model) {
    GenerateRequest request;
    try {
      request = RequestReader.read(call.operation(), body, model);
    } catch (InvalidPayload invalid) {
      return new Wrong(invalid.error());
    }
    var facts = new ArrayList<SentPicture>();
    for (InlinePicture picture : request.pictures()) {
      Optional<SentPicture> sent = pictures.glance(picture.mimeType(), picture.content());
      if (sent.isEmpty()) {
        return new Wrong(GoogleErrors.unreadablePicture());
      }
      facts.add(sent.get());
    }
    return new Understood(model, request, facts);
  }

  /** The same with what the pixels show. Waits for a decoder. */
  Reading look(Reading reading) throws InterruptedException {
    if (!(reading instanceof Understood understood)) {
      return reading;
    }
    var facts = new ArrayList<SentPicture>();
    for (SentPicture glanced : understood.pictures()) {
      byte[] content = understood.request().pictures().get(facts.size()).content();
      Optional<SentPicture> seen = pictures.look(glanced, content);
      if (seen.isEmpty()) {
        return new Wrong(GoogleErrors.unreadablePicture());
      }
      facts.add(seen.get());
    }
    return new Understood(understood.model(), understood.request(), facts);
  }
}
