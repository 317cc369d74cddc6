package dev.depict.bootstrap.abuse;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls of which every byte is chosen. */
final class Calls {
  /** How a call ended. */
  record End(Status status, String reason) {}

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Calls() {}

  /** Sends one message and tells how the call ended. */
  static CompletableFuture<End> send(Channel channel, String method, byte[] message) {
    var end = new CompletableFuture<End>();
    ClientCall<byte[], byte[]> call = start(channel, method, 1, end);
    call.sendMessage(message);
    call.halfClose();
    return end;
  }

  /** Opens a call and sends nothing. */
  static CompletableFuture<End> stall(Channel channel, String method) {
    var end = new CompletableFuture<End>();
    var _ = start(channel, method, 1, end);
    return end;
  }

  /** Sends one message and takes nothing of what comes back. */
  static CompletableFuture<End> deaf(Channel channel, String method, byte[] message) {
    var end = new CompletableFuture<End>();
    ClientCall<byte[], byte[]> call = start(channel, method, 0, end);
    call.sendMessage(message);
    call.halfClose();
    return end;
  }

  private static ClientCall<byte[], byte[]> start(
      Channel channel, String method, int taken, CompletableFuture<End> end) {
    var descriptor =
        MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.BIDI_STREAMING)
            .setFullMethodName(method)
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .build();
    ClientCall<byte[], byte[]> call = channel.newCall(descriptor, CallOptions.DEFAULT);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(new End(status, reason(status, trailers)));
          }
        },
        new Metadata());
    if (taken > 0) {
      call.request(taken);
    }
    return call;
  }

  private static String reason(Status status, Metadata trailers) {
    var whole = StatusProto.fromThrowable(status.asRuntimeException(trailers));
    try {
      for (Any detail : whole == null ? List.<Any>of() : whole.getDetailsList()) {
        if (detail.is(ErrorInfo.class)) {
          return detail.unpack(ErrorInfo.class).getReason();
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
