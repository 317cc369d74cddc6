package dev.depict.gemini.request;

import com.google.genai.types.Schema;
import com.google.genai.types.Type;
import java.util.List;
import java.util.Map;

/** The shape of an answer, under the names the provider fills in. */
public final class AnswerSchema {
  /** Changes with every change of the shape. */
  public static final int VERSION = 1;

  public static final String ALT_TEXT = "alt_text";
  public static final String DESCRIPTION = "description";
  public static final String KEYWORDS = "keywords";
  public static final String OCR_TEXT = "ocr_text";

  private static final List<String> ORDER = List.of(ALT_TEXT, DESCRIPTION, KEYWORDS, OCR_TEXT);

  static final Schema SCHEMA =
      Schema.builder()
          .type(Type.Known.OBJECT)
          .properties(
              Map.of(
                  ALT_TEXT, string().build(),
                  DESCRIPTION, string().build(),
                  KEYWORDS, Schema.builder().type(Type.Known.ARRAY).items(string().build()).build(),
                  OCR_TEXT, string().nullable(true).build()))
          .required(ORDER)
          .propertyOrdering(ORDER)
          .build();

  private AnswerSchema() {}

  private static Schema.Builder string() {
    return Schema.builder().type(Type.Known.STRING);
  }
}
