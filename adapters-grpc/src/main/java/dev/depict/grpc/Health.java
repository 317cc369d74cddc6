package dev.depict.grpc;

import dev.depict.proto.v1.MediaServiceGrpc;
import dev.depict.proto.v1.QueueServiceGrpc;
import dev.depict.proto.v1.TaskServiceGrpc;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.util.List;

/** Tells load balancers and people whether calls are welcome. */
final class Health {
  private static final List<String> SERVICES =
      List.of(
          HealthStatusManager.SERVICE_NAME_ALL_SERVICES,
          TaskServiceGrpc.SERVICE_NAME,
          MediaServiceGrpc.SERVICE_NAME,
          QueueServiceGrpc.SERVICE_NAME);

  private final HealthStatusManager manager = new HealthStatusManager();

  Health() {
    ready(false);
  }

  BindableService service() {
    return manager.getHealthService();
  }

  void ready(boolean ready) {
    ServingStatus status = ready ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    SERVICES.forEach(service -> manager.setStatus(service, status));
  }

  /** Not serving, for good. */
  void stop() {
    manager.enterTerminalState();
  }
}
