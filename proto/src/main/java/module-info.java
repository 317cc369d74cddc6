/**
 * The wire contract of Depict: the messages and stubs generated from {@code depict/v1/*.proto}.
 *
 * <p>Nothing here is written by hand, and nothing here knows the server. The contract itself lies
 * beside the classes as resources, for programs in other languages.
 */
module dev.depict.proto {
  requires transitive com.google.common;
  requires transitive com.google.protobuf;
  requires transitive io.grpc;
  requires transitive io.grpc.protobuf;
  requires transitive io.grpc.stub;

  exports dev.depict.proto.v1;
}
