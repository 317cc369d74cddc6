package dev.depict.grpc;

import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.io.InputStream;

/**
 * Has messages parsed behind the interceptors. In front of them, one that cannot be parsed is
 * logged with a stack trace, each time, and its sender is told UNKNOWN.
 */
final class LateParsing implements Marshaller<InputStream> {
  private final int longest;

  /**
   * @param longest message in bytes, when it is no longer compressed
   */
  LateParsing(int longest) {
    this.longest = longest;
  }

  ServerServiceDefinition of(ServerServiceDefinition service) {
    return ServerInterceptors.useMarshalledMessages(service, this);
  }

  @Override
  public InputStream stream(InputStream message) {
    return message;
  }

  /** What came as it is was counted on its way; only compressed messages can still grow. */
  @Override
  public InputStream parse(InputStream message) {
    return message instanceof KnownLength ? message : new Inflated(message, longest);
  }
}
