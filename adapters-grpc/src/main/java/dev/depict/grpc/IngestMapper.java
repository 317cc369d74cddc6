package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.Origin;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Reuse;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads what to ingest, and names everything that is wrong with it at once. */
final class IngestMapper {
  private static final int MAX_SOURCE = 2_048;
  private static final int MAX_TEXT = 8_000;
  private static final int MAX_LABEL = 64;
  private static final int MAX_REQUEST_ID = 128;

  private final IngestRequest request;
  private final Violations violations = new Violations();

  private IngestMapper(IngestRequest request) {
    this.request = request;
  }

  /**
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   */
  static IngestImage.Command command(IngestRequest request, String principal) {
    return new IngestMapper(request).command(principal);
  }

  static boolean isSync(IngestRequest request) {
    return request.getMode() != IngestMode.INGEST_MODE_ASYNC;
  }

  /** How long a request that was read by {@link #command} wants to wait. */
  static Optional<Duration> maxWait(IngestRequest request) {
    return request.hasMaxWait() ? Times.duration(request.getMaxWait()) : Optional.empty();
  }

  private IngestImage.Command command(String principal) {
    Optional<IngestImage.Picture> picture = picture();
    violations.longest("source", request.getSource(), MAX_SOURCE);
    violations.longest("user_prompt", request.getUserPrompt(), MAX_TEXT);
    violations.longest("context_text", request.getContextText(), MAX_TEXT);
    violations.longest("request_id", request.getRequestId(), MAX_REQUEST_ID);
    checkModel();
    checkEnums();
    checkMaxWait();
    Optional<String> language = language();
    Optional<TaskId> supersedes =
        given(request.getSupersedes())
            .flatMap(name -> ResourceNames.task("supersedes", name, violations));
    List<String> labels = labels();
    violations.throwIfAny();
    return new IngestImage.Command(
        principal,
        picture.orElseThrow(),
        request.getSource(),
        request.getUserPrompt(),
        request.getContextText(),
        language,
        given(request.getModel()),
        RequestEnums.resolution(request.getMediaResolution()),
        lane(),
        labels,
        given(request.getRequestId()),
        request.getReuse() == Reuse.REUSE_FRESH,
        supersedes);
  }

  private Optional<IngestImage.Picture> picture() {
    return switch (request.getSourceOfCase()) {
      case CONTENT -> content();
      case MEDIA ->
          ResourceNames.media("media", request.getMedia(), violations)
              .map(IngestImage.Picture.Stored::new);
      case PATH -> {
        violations.add(
            "path",
            Texts.quoted(request.getPath())
                + " is not read: media.roots is empty, so this server reads no paths;"
                + " send the picture's bytes as content");
        yield Optional.empty();
      }
      case SOURCEOF_NOT_SET -> {
        violations.add("source_of", "is missing; give the picture as content or media");
        yield Optional.empty();
      }
    };
  }

  private Optional<IngestImage.Picture> content() {
    if (request.getContent().isEmpty()) {
      violations.add("content", "has 0 bytes; send the whole picture");
      return Optional.empty();
    }
    return Optional.of(new IngestImage.Picture.Content(request.getContent().toByteArray()));
  }

  private void checkModel() {
    if (!request.getModel().isEmpty() && request.getModel().isBlank()) {
      violations.add("model", "is blank; name a model, or leave the field out");
    }
  }

  private void checkEnums() {
    if (request.getMode() == IngestMode.UNRECOGNIZED) {
      violations.unknownEnum("mode", request.getModeValue());
    }
    if (request.getLane() == dev.depict.proto.v1.Lane.UNRECOGNIZED) {
      violations.unknownEnum("lane", request.getLaneValue());
    }
    if (request.getReuse() == Reuse.UNRECOGNIZED) {
      violations.unknownEnum("reuse", request.getReuseValue());
    }
    if (request.getMediaResolution() == dev.depict.proto.v1.MediaResolution.UNRECOGNIZED) {
      violations.unknownEnum("media_resolution", request.getMediaResolutionValue());
    }
  }

  private void checkMaxWait() {
    if (request.hasMaxWait()) {
      if (!isSync(request)) {
        violations.add("max_wait", "is for SYNC only; leave it out, or set mode to SYNC");
      }
      WaitLimit.asked(request.getMaxWait(), violations);
    }
  }

  private Optional<String> language() {
    try {
      return given(request.getLanguage())
          .map(tag -> new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
    } catch (IllformedLocaleException e) {
      violations.add(
          "language",
          Texts.quoted(request.getLanguage()) + " is no BCP 47 tag; write it like en or pt-BR");
      return Optional.empty();
    }
  }

  private List<String> labels() {
    List<String> labels = request.getLabelsList();
    for (int i = 0; i < labels.size(); i++) {
      String field = "labels[" + i + "]";
      if (labels.get(i).isEmpty()) {
        violations.add(field, "is empty; a label has 1 to 64 characters");
      }
      violations.longest(field, labels.get(i), MAX_LABEL);
    }
    List<String> different = labels.stream().distinct().toList();
    if (different.size() > Origin.MAX_LABELS) {
      violations.add(
          "labels",
          "%d different ones; give at most %d".formatted(different.size(), Origin.MAX_LABELS));
    }
    return different;
  }

  /** Somebody who waits for the answer goes first unless the request says otherwise. */
  private Optional<Lane> lane() {
    return RequestEnums.lane(request.getLane())
        .or(() -> isSync(request) ? Optional.of(Lane.INTERACTIVE) : Optional.empty());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(Predicate.not(String::isEmpty));
  }
}
