package dev.depict.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.book.Billed;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.picture.SentPicture;
import java.util.List;
import java.util.Optional;

/** Writes the answer to a request, whole or with a fault in it. */
public final class AnswerWriter {
  private final GeminiModel model;
  private final GenerateRequest request;
  private final List<SentPicture> pictures;
  private final AnswerText words;
  private final long cachedTokens;
  private final String responseId;

  /**
   * @param script the text to answer, whatever the pictures show
   * @param cachedTokens how many of the prompt's are said to have come from a cache
   */
  public AnswerWriter(
      GeminiModel model,
      GenerateRequest request,
      List<SentPicture> pictures,
      Optional<String> script,
      long cachedTokens,
      String responseId) {
    this.model = model;
    this.request = request;
    this.pictures = List.copyOf(pictures);
    this.words = new AnswerText(request, this.pictures, script);
    this.cachedTokens = cachedTokens;
    this.responseId = responseId;
  }

  /** The good answer; cut when it is longer than the request allows. */
  public Answer whole() {
    Candidate candidate = new Candidate(words.whole(), "STOP").within(request.config(), thoughts());
    return answer(candidate, model.name());
  }

  /** The answer with a fault in it, one of the answer. */
  public Answer broken(Fault fault) {
    String text = words.whole();
    return switch (fault) {
      case PROMPT_BLOCKED -> blocked();
      case SAFETY, RECITATION, PROHIBITED_CONTENT, SPII ->
          answer(Candidate.without(fault.name()), model.name());
      case MAX_TOKENS ->
          answer(new Candidate(text.substring(0, text.length() / 2), fault.name()), model.name());
      case BAD_JSON -> stopped("Here is the JSON you asked for: {" + text);
      case MISSING_FIELD -> stopped(words.withoutFirstField());
      case EMPTY_TEXT -> stopped("");
      case EMPTY_BODY -> new Answer(Reply.empty(), whole().billed());
      case OTHER_MODEL -> answer(new Candidate(text, "STOP"), otherModel());
      case KEY_INVALID,
          BAD_REQUEST,
          FAILED_PRECONDITION,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          MODEL_NOT_FOUND,
          REQUEST_TIMEOUT,
          RESOURCE_EXHAUSTED,
          INTERNAL,
          BAD_GATEWAY,
          UNAVAILABLE,
          DEADLINE_EXCEEDED,
          HTML_ERROR,
          HANG,
          RESET_BEFORE_READING,
          RESET_AFTER_READING ->
          throw new IllegalArgumentException("not a fault of the answer: " + fault);
    };
  }

  private Answer stopped(String text) {
    return answer(new Candidate(text, "STOP"), model.name());
  }

  private Answer answer(Candidate candidate, String answeredBy) {
    ObjectNode body = Json.object();
    body.putArray("candidates").add(candidate.json());
    return finish(body, usage(candidate.tokens(), thoughts()), answeredBy);
  }

  private Answer blocked() {
    ObjectNode body = Json.object();
    body.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
    return finish(body, usage(0, 0), model.name());
  }

  private Answer finish(ObjectNode body, UsageMetadata usage, String answeredBy) {
    body.set("usageMetadata", usage.json());
    body.put("modelVersion", answeredBy).put("responseId", responseId);
    return new Answer(Reply.json(200, body), new Billed(usage.usage(), responseId));
  }

  private UsageMetadata usage(long candidates, long thoughts) {
    return new UsageMetadata(
        TokenCounter.texts(model, request),
        TokenCounter.pictures(model, request, pictures),
        candidates,
        thoughts,
        cachedTokens);
  }

  private int thoughts() {
    GenerationConfig config = request.config();
    int byBudget =
        config.thinkingBudget().stream()
            .map(budget -> budget < 0 ? model.defaultThoughts() : Math.min(budget, 128))
            .findFirst()
            .orElse(model.defaultThoughts());
    return config.thinkingLevel().map(ThinkingLevel::tokens).orElse(byBudget);
  }

  private String otherModel() {
    String newest = "gemini-3.5-flash-lite";
    return model.name().equals(newest) ? newest + "-preview" : newest;
  }
}
