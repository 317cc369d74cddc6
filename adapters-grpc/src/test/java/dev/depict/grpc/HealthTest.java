package dev.depict.grpc;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.internal.testing.StreamRecorder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {
  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "depict.v1.TaskService", "depict.v1.QueueService"})
  void a_server_serves_once_it_is_ready(String service) {
    assertThat(health(service)).isEqualTo(ServingStatus.NOT_SERVING);

    rig.server.ready(true);
    assertThat(health(service)).isEqualTo(ServingStatus.SERVING);

    rig.server.ready(false);
    assertThat(health(service)).isEqualTo(ServingStatus.NOT_SERVING);
  }

  @Test
  void the_contract_can_be_asked_for() throws Exception {
    StreamRecorder<ServerReflectionResponse> recorder = StreamRecorder.create();
    var requests = ServerReflectionGrpc.newStub(rig.channel).serverReflectionInfo(recorder);
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    requests.onCompleted();

    assertThat(recorder.awaitCompletion((int) Rig.PATIENCE.toSeconds(), SECONDS)).isTrue();
    assertThat(recorder.getValues().getFirst().getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .contains(
            "depict.v1.TaskService",
            "depict.v1.QueueService",
            "depict.v1.MediaService",
            "depict.v1.SearchService",
            "depict.v1.DocumentService",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection");
  }

  private ServingStatus health(String service) {
    return HealthGrpc.newBlockingStub(rig.channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }
}
