package dev.depict.grpc;

import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.io.InputStream;

/**
 * Has messages parsed behind the interceptors. In front of them, one that cannot be parsed is
 * logged with a stack trace, each time, and its sender is told UNKNOWN.
 */
final class LateParsing implements Marshaller<InputStream> {
  private LateParsing() {}

  static ServerServiceDefinition of(ServerServiceDefinition service) {
    return ServerInterceptors.useMarshalledMessages(service, new LateParsing());
  }

  @Override
  public InputStream stream(InputStream message) {
    return message;
  }

  @Override
  public InputStream parse(InputStream message) {
    return message;
  }
}
