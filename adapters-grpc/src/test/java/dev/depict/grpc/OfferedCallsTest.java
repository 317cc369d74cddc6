package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.depict.proto.v1.DocumentServiceGrpc;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.SearchServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.internal.testing.StreamRecorder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfferedCallsTest {
  private static final Set<String> OFFERED =
      Set.of(
          "Ingest",
          "BatchIngest",
          "EstimateIngest",
          "GetTask",
          "ListTasks",
          "WaitTask",
          "WatchTasks",
          "CancelTask",
          "CancelTasks",
          "RetryTask",
          "RetryTasks",
          "ReanalyzeTasks",
          "DeleteTask",
          "UploadMedia",
          "GetMedia",
          "ReadMedia",
          "GetQueue",
          "ProcessQueue",
          "PauseQueue",
          "ResumeQueue",
          "ForgetLearnedLimits",
          "CheckData");

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void what_is_offered_is_in_the_contract() {
    assertThat(methods().map(MethodDescriptor::getBareMethodName)).containsAll(OFFERED);
  }

  @ParameterizedTest
  @MethodSource("notOffered")
  void what_is_not_offered_says_so(MethodDescriptor<?, ?> method) throws Exception {
    Status status = Errors.of(endOf(method));

    assertThat(status.getCode()).isEqualTo(Code.UNIMPLEMENTED.getNumber());
    assertThat(status.getMessage()).contains("does not offer", method.getFullMethodName());
    assertThat(Errors.info(status).getReason()).isEqualTo("UNIMPLEMENTED");
    assertThat(Errors.info(status).getMetadataMap())
        .containsEntry("method", method.getFullMethodName());
  }

  static Stream<MethodDescriptor<?, ?>> notOffered() {
    return methods().filter(method -> !OFFERED.contains(method.getBareMethodName()));
  }

  private static Stream<MethodDescriptor<?, ?>> methods() {
    return Stream.of(
            TaskServiceGrpc.getServiceDescriptor(),
            QueueServiceGrpc.getServiceDescriptor(),
            MediaServiceGrpc.getServiceDescriptor(),
            SearchServiceGrpc.getServiceDescriptor(),
            DocumentServiceGrpc.getServiceDescriptor())
        .map(ServiceDescriptor::getMethods)
        .flatMap(methods -> methods.stream());
  }

  /** Sends an empty request, and gives the error that comes back. */
  private <Q, R> Throwable endOf(MethodDescriptor<Q, R> method) throws Exception {
    var call = rig.channel.newCall(method, CallOptions.DEFAULT.withDeadline(Rig.deadline()));
    StreamRecorder<R> recorder = StreamRecorder.create();
    if (method.getType().clientSendsOneMessage()) {
      var requests = (MethodDescriptor.PrototypeMarshaller<Q>) method.getRequestMarshaller();
      Q empty = Objects.requireNonNull(requests.getMessagePrototype());
      ClientCalls.asyncServerStreamingCall(call, empty, recorder);
    } else {
      StreamObserver<Q> requests = ClientCalls.asyncClientStreamingCall(call, recorder);
      requests.onCompleted();
    }
    assertThat(recorder.awaitCompletion((int) Rig.PATIENCE.toSeconds(), SECONDS)).isTrue();
    return Objects.requireNonNull(recorder.getError());
  }
}
