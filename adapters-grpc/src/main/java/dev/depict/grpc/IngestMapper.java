package dev.depict.grpc;

import dev.depict.application.port.in.IngestImage;
import dev.depict.domain.task.Lane;
import dev.depict.domain.task.TaskId;
import dev.depict.proto.v1.IngestMode;
import dev.depict.proto.v1.IngestRequest;
import dev.depict.proto.v1.Reuse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what to ingest, and names everything that is wrong with it at once. */
final class IngestMapper {
  private final IngestRequest request;
  private final boolean alone;
  private final Violations violations = new Violations();

  private IngestMapper(IngestRequest request, boolean alone) {
    this.request = request;
    this.alone = alone;
  }

  /**
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   */
  static IngestImage.Command command(IngestRequest request, String principal) {
    return new IngestMapper(request, true).command(principal);
  }

  /**
   * The same for one entry of a list, for whose answers nobody waits.
   *
   * @throws dev.depict.domain.error.InvalidRequest when a field cannot be used
   */
  static IngestImage.Command entry(IngestRequest request, String principal) {
    return new IngestMapper(request, false).command(principal);
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
    var texts = new IngestTexts(request, violations);
    texts.check();
    checkEnums();
    checkWait();
    Optional<String> language = texts.language();
    Optional<TaskId> supersedes =
        IngestTexts.given(request.getSupersedes())
            .flatMap(name -> ResourceNames.task("supersedes", name, violations));
    List<String> labels = texts.labels();
    violations.throwIfAny();
    return new IngestImage.Command(
        principal,
        picture.orElseThrow(),
        source(),
        request.getUserPrompt(),
        request.getContextText(),
        language,
        IngestTexts.given(request.getModel()),
        RequestEnums.resolution(request.getMediaResolution()),
        lane(),
        labels,
        IngestTexts.given(request.getRequestId()),
        request.getReuse() == Reuse.REUSE_FRESH,
        supersedes);
  }

  private Optional<IngestImage.Picture> picture() {
    return switch (request.getSourceOfCase()) {
      case CONTENT -> content();
      case MEDIA ->
          ResourceNames.media("media", request.getMedia(), violations)
              .map(IngestImage.Picture.Stored::new);
      case PATH -> path();
      case SOURCEOF_NOT_SET -> {
        violations.add("source_of", "is missing; give the picture as content, media or path");
        yield Optional.empty();
      }
    };
  }

  private Optional<IngestImage.Picture> path() {
    if (request.getPath().isEmpty()) {
      violations.add("path", "is empty; give the absolute path of a file on the server's machine");
    }
    violations.longest("path", request.getPath(), IngestTexts.MAX_SOURCE);
    return Optional.of(new IngestImage.Picture.File(request.getPath()));
  }

  private Optional<IngestImage.Picture> content() {
    if (request.getContent().isEmpty()) {
      violations.add("content", "has 0 bytes; send the whole picture");
      return Optional.empty();
    }
    return Optional.of(new IngestImage.Picture.Content(request.getContent().toByteArray()));
  }

  private String source() {
    return request.getSource().isEmpty() ? request.getPath() : request.getSource();
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

  private void checkWait() {
    if (!alone && request.getMode() == IngestMode.INGEST_MODE_SYNC) {
      violations.add("mode", "nobody waits for the entries of a list; leave it out, or set ASYNC");
    }
    if (request.hasMaxWait()) {
      if (!waits()) {
        violations.add(
            "max_wait", "is for SYNC only; leave it out" + (alone ? ", or set mode to SYNC" : ""));
      }
      WaitLimit.asked(request.getMaxWait(), violations);
    }
  }

  /** Somebody who waits for the answer goes first unless the request says otherwise. */
  private Optional<Lane> lane() {
    return RequestEnums.lane(request.getLane())
        .or(() -> waits() ? Optional.of(Lane.INTERACTIVE) : Optional.empty());
  }

  private boolean waits() {
    return alone && isSync(request);
  }
}
