package dev.depict.gemini.request;

import com.google.genai.types.Content;
import com.google.genai.types.Part;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.question.Question;
import java.util.ArrayList;
import java.util.List;

/** The contents: the picture first, then the caller's words. No name, no source, no metadata. */
public final class RequestContent {
  private RequestContent() {}

  public static Content of(PreparedImage image, Question question) {
    List<Part> parts = new ArrayList<>();
    parts.add(Part.fromBytes(image.content(), image.mimeType()));
    CallerData.of(question).forEach(words -> parts.add(Part.fromText(words)));
    return Content.builder().role("user").parts(parts).build();
  }
}
