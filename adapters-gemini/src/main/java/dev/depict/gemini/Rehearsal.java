package dev.depict.gemini;

import com.google.genai.Client;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.media.Media;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.media.MediaFormat;
import dev.depict.domain.question.MediaResolution;
import dev.depict.domain.question.Question;
import dev.depict.gemini.http.Clients;
import dev.depict.gemini.model.GeminiModel;
import dev.depict.gemini.reply.Asked;
import dev.depict.gemini.reply.ReplyReader;
import dev.depict.gemini.request.AnswerSchema;
import dev.depict.gemini.request.Instruction;
import dev.depict.gemini.request.RequestConfig;
import dev.depict.gemini.request.RequestContent;
import java.util.Optional;

/** A call that is never sent, so that whatever a call needs is loaded before it is needed. */
final class Rehearsal {
  static final String MODEL = "rehearsal";
  private static final byte[] PICTURE = {0};

  private static final String ANSWER =
      """
      {"candidates": [{"finishReason": "STOP", "content": {"role": "model", "parts": [{"text":
      "{\\"alt_text\\": \\"A dot.\\", \\"description\\": \\"A dot. It is small.\\", \\"keywords\\": [\\"dot\\"], \\"ocr_text\\": null}"}]}}],
      "usageMetadata": {"promptTokenCount": 1, "candidatesTokenCount": 1, "totalTokenCount": 2},
      "modelVersion": "rehearsal", "responseId": "rehearsal"}
      """;

  private Rehearsal() {}

  static Outcome run(Clients clients, GeminiModel model, Asked asked) {
    var image =
        new PreparedImage(
            new Media(MediaDigest.of(PICTURE), MediaFormat.PNG, PICTURE.length, 1, 1),
            PreparedImage.Capture.NOTHING_KNOWN,
            "image/png",
            PICTURE,
            1,
            1);
    Content content = RequestContent.of(image, question(image));
    GenerateContentConfig config = RequestConfig.of(model, question(image), false);
    try (Client client = clients.answering(ANSWER)) {
      return ReplyReader.read(client.models.generateContent(MODEL, content, config), asked);
    }
  }

  private static Question question(PreparedImage image) {
    return new Question(
        image.original().digest(),
        "",
        "",
        GeminiImageAnalyzer.NAME,
        Optional.empty(),
        "en",
        MediaResolution.HIGH,
        "",
        Instruction.VERSION,
        AnswerSchema.VERSION);
  }
}
