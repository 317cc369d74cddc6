package dev.depict.grpc;

import com.google.protobuf.UnsafeByteOperations;
import dev.depict.application.port.out.StorageFailure;
import dev.depict.proto.v1.ReadMediaResponse;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One picture on its way out. Reads and sends only while the client takes, and otherwise holds no
 * thread. Everything runs on the call's own handlers, one after the other.
 */
final class ReadingCall {
  private static final int PIECE = 64 * 1024;

  private final ServerCallStreamObserver<ReadMediaResponse> call;
  private final InputStream bytes;
  private boolean over;

  ReadingCall(ServerCallStreamObserver<ReadMediaResponse> call, InputStream bytes) {
    this.call = call;
    this.bytes = bytes;
  }

  /** Must be called by the call's own handler, which sends as soon as it returns. */
  void start() {
    call.setOnCancelHandler(this::end);
    call.setOnReadyHandler(this::send);
  }

  private void send() {
    try {
      while (!over && call.isReady()) {
        byte[] piece = bytes.readNBytes(PIECE);
        if (piece.length > 0) {
          call.onNext(
              ReadMediaResponse.newBuilder()
                  .setContent(UnsafeByteOperations.unsafeWrap(piece))
                  .build());
        } else {
          end();
          call.onCompleted();
        }
      }
    } catch (IOException e) {
      end();
      throw new StorageFailure(
          "the bytes of the picture cannot be read from the server's disk: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      end();
      throw e;
    }
  }

  private void end() {
    over = true;
    try {
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
