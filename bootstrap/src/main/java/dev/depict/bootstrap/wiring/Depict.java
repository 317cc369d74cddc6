package dev.depict.bootstrap.wiring;

import dev.depict.bootstrap.lifecycle.DepictServer;
import dev.depict.grpc.GrpcServer;

/** What every way of putting Depict together offers, whatever was exchanged. */
public interface Depict {
  DepictServer server();

  GrpcServer grpc();
}
