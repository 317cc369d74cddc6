package dev.depict.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.grpc.access.Scope;
import dev.depict.proto.v1.DocumentServiceGrpc;
import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.SearchServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallRulesTest {
  @Test
  void a_token_that_may_read_can_call_these_and_no_others() {
    assertThat(
            Stream.of(
                    TaskServiceGrpc.getServiceDescriptor(),
                    MediaServiceGrpc.getServiceDescriptor(),
                    QueueServiceGrpc.getServiceDescriptor(),
                    SearchServiceGrpc.getServiceDescriptor(),
                    DocumentServiceGrpc.getServiceDescriptor(),
                    ServerReflectionGrpc.getServiceDescriptor())
                .map(ServiceDescriptor::getMethods)
                .flatMap(methods -> methods.stream())
                .filter(method -> CallRules.scope(method).equals(Optional.of(Scope.READ)))
                .map(MethodDescriptor::getBareMethodName))
        .containsExactlyInAnyOrder(
            "EstimateIngest",
            "GetTask",
            "ListTasks",
            "WaitTask",
            "WatchTasks",
            "GetMedia",
            "ReadMedia",
            "GetQueue",
            "CheckData",
            "SearchChunks",
            "GetChunk",
            "ServerReflectionInfo");
  }

  @Test
  void health_is_for_everybody() {
    assertThat(HealthGrpc.getServiceDescriptor().getMethods())
        .allSatisfy(method -> assertThat(CallRules.scope(method)).isEmpty());
  }
}
