package dev.depict.grpc;

import dev.depict.application.port.in.UploadMedia;
import dev.depict.application.port.out.Timer;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** The pictures that are on their way in, so that they can be limited. Safe for concurrent use. */
final class OpenUploads {
  /** Half the standard handlers, so that other calls find one while many pieces are written. */
  static final int MOST = 32;

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final UploadMedia uploads;
  private final Executor handlers;
  private final Timer timer;
  private final Semaphore free = new Semaphore(MOST);

  OpenUploads(UploadMedia uploads, Executor handlers, Timer timer) {
    this.uploads = uploads;
    this.handlers = handlers;
    this.timer = timer;
  }

  /**
   * Begins to take a picture.
   *
   * @throws Refusal when too many are coming
   */
  StreamObserver<UploadMediaRequest> open(StreamObserver<UploadMediaResponse> observer) {
    if (!free.tryAcquire()) {
      throw new Refusal(
          Reason.SERVER_BUSY,
          "%d uploads are under way, which is the limit; try again later".formatted(MOST));
    }
    UploadMedia.Upload upload;
    try {
      upload = uploads.begin();
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
    var call =
        new UploadCall(
            (ServerCallStreamObserver<UploadMediaResponse>) observer,
            upload,
            handlers,
            timer,
            PATIENCE,
            free::release);
    call.start();
    return call;
  }
}
