package dev.depict.grpc;

import dev.depict.application.port.in.UploadMedia.Upload;
import dev.depict.application.port.out.Timer;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.media.Media;
import dev.depict.proto.v1.UploadMediaRequest;
import dev.depict.proto.v1.UploadMediaResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One picture on its way in. The next piece is asked for when the one before is written, so that a
 * client cannot send faster than the disk takes. What was not finished is let go of, however the
 * call ends. Safe for concurrent use.
 */
final class UploadCall implements StreamObserver<UploadMediaRequest> {
  private final ServerCallStreamObserver<UploadMediaResponse> call;
  private final Upload upload;
  private final Timer timer;
  private final Duration patience;
  private final Runnable closed;
  private final Turns giveUp;
  private Timer.Alarm alarm = () -> {};
  private boolean empty = true;
  private boolean over;

  /**
   * @param handlers where a silent upload is given up
   * @param patience how long a piece may take to come
   * @param closed told once, when the upload is over
   */
  UploadCall(
      ServerCallStreamObserver<UploadMediaResponse> call,
      Upload upload,
      Executor handlers,
      Timer timer,
      Duration patience,
      Runnable closed) {
    this.call = call;
    this.upload = upload;
    this.timer = timer;
    this.patience = patience;
    this.closed = closed;
    this.giveUp = new Turns(handlers, this::giveUp);
  }

  /** Asks for the first piece. Must be called by the call's own handler. */
  synchronized void start() {
    call.disableAutoRequest();
    call.setOnCancelHandler(this::end);
    askForMore();
  }

  @Override
  public synchronized void onNext(UploadMediaRequest piece) {
    if (over) {
      return;
    }
    alarm.cancel();
    try {
      add(piece.getContent().toByteArray());
    } catch (RuntimeException | Error e) {
      end();
      throw e;
    }
    askForMore();
  }

  @Override
  public synchronized void onCompleted() {
    if (over) {
      return;
    }
    alarm.cancel();
    Media media;
    try {
      media = finished();
    } finally {
      end();
    }
    Replies.one(call, UploadMediaResponse.newBuilder().setMedia(MediaMapper.media(media)).build());
  }

  /** The client went away. */
  @Override
  public void onError(Throwable broken) {
    end();
  }

  private void add(byte[] content) {
    if (content.length > 0) {
      empty = false;
      upload.add(content);
    }
  }

  private Media finished() {
    if (empty) {
      throw new InvalidRequest("content", "has 0 bytes in all; send the whole picture");
    }
    return upload.finish();
  }

  private void askForMore() {
    alarm = timer.after(patience, giveUp::signal);
    call.request(1);
  }

  /** Nothing came for too long. Whoever is waiting for the lock has ended it or brings a piece. */
  private synchronized boolean giveUp() {
    if (!over) {
      end();
      call.onError(
          new Refusal(
              Reason.UPLOAD_STALLED,
              "no piece of the picture came for %d s; send it again from the beginning"
                  .formatted(patience.toSeconds())));
    }
    return false;
  }

  private synchronized void end() {
    if (!over) {
      over = true;
      alarm.cancel();
      closed.run();
      upload.close();
    }
  }
}
