package dev.depict.gemini.reply;

import com.google.genai.types.BlockedReason;
import com.google.genai.types.Candidate;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponsePromptFeedback;
import com.google.genai.types.Part;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes an outcome of a reply. Why it ended is looked at before what it says. */
public final class ReplyReader {
  private final GenerateContentResponse response;
  private final Asked asked;
  private final Bill bill;

  private ReplyReader(GenerateContentResponse response, Asked asked) {
    this.response = response;
    this.asked = asked;
    this.bill = Bill.of(response, asked);
  }

  public static Outcome read(GenerateContentResponse response, Asked asked) {
    return new ReplyReader(response, asked).outcome();
  }

  private Outcome outcome() {
    Optional<GenerateContentResponsePromptFeedback> feedback = response.promptFeedback();
    Optional<BlockedReason> blocked =
        feedback
            .flatMap(GenerateContentResponsePromptFeedback::blockReason)
            .filter(reason -> !reason.toString().endsWith("_UNSPECIFIED"));
    if (blocked.isPresent()) {
      return blocked(
          blocked.get().toString(),
          feedback.flatMap(GenerateContentResponsePromptFeedback::blockReasonMessage),
          "the provider refuses this picture or these words");
    }
    List<Candidate> candidates = response.candidates().orElse(List.of());
    return candidates.isEmpty()
        ? refused(FailureClass.BAD_ANSWER, "EMPTY", "the provider answered without an answer")
        : outcome(candidates.getFirst());
  }

  private Outcome outcome(Candidate candidate) {
    String reason = candidate.finishReason().map(FinishReason::toString).orElse("");
    return switch (Finish.of(reason)) {
      case TRUNCATED ->
          refused(
              FailureClass.TRUNCATED,
              reason,
              candidate.finishMessage().orElse("the answer was cut at the output limit"));
      case WITHHELD ->
          blocked(reason, candidate.finishMessage(), "the provider withholds its answer");
      case ENDED -> words(candidate, reason);
    };
  }

  private Outcome words(Candidate candidate, String reason) {
    return switch (DepictionReader.read(text(candidate), asked.language())) {
      case Reading.Good(var depiction) ->
          new Outcome.Answered(depiction, provenance(), bill.responseId());
      case Reading.Bad(String code, String words) ->
          refused(
              FailureClass.BAD_ANSWER,
              reason.isEmpty() || reason.equals("STOP") ? code : reason,
              candidate.finishMessage().orElse(words));
    };
  }

  private Provenance provenance() {
    return new Provenance(
        asked.provider(),
        asked.model(),
        response.modelVersion().filter(name -> !name.isBlank()).orElse(asked.model()),
        bill.usage(),
        bill.cost());
  }

  /** What was thought on the way is no answer. */
  private static String text(Candidate candidate) {
    return candidate.content().flatMap(Content::parts).orElse(List.of()).stream()
        .filter(part -> !part.thought().orElse(false))
        .map(Part::text)
        .flatMap(Optional::stream)
        .collect(Collectors.joining());
  }

  private Outcome blocked(String code, Optional<String> said, String otherwise) {
    return refused(
        FailureClass.BLOCKED, code, said.filter(words -> !words.isBlank()).orElse(otherwise));
  }

  private Outcome refused(FailureClass failureClass, String code, String words) {
    return new Outcome.Refused(new Failure(failureClass, code, words), bill.charge());
  }
}
