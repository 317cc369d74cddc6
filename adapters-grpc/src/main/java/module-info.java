/**
 * The gRPC server: services over the use cases, hand-written mappers, one place for errors.
 *
 * <p>Handlers run on a bounded pool of platform threads and wait for a commit at most. Calls that
 * wait for the end of a task, and watches, are completed by callback and hold no thread.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.grpc {
  requires transitive dev.depict.application;
  requires com.google.protobuf;
  requires dev.depict.proto;
  requires io.grpc;
  requires io.grpc.inprocess;
  requires io.grpc.netty.shaded;
  requires io.grpc.protobuf;
  requires io.grpc.services;
  requires io.grpc.stub;
  requires proto.google.common.protos;
  requires static org.jspecify;

  exports dev.depict.grpc;
}
