/** The command line of Depict: commands that talk to a server over gRPC and know no part of it. */
@org.jspecify.annotations.NullMarked
module dev.depict.cli {
  requires com.google.protobuf;
  requires com.google.protobuf.util;
  requires dev.depict.proto;
  requires info.picocli;
  requires transitive io.grpc;
  requires io.grpc.protobuf;
  requires io.grpc.stub;
  requires proto.google.common.protos;
  requires static org.jspecify;

  exports dev.depict.cli;
  exports dev.depict.cli.port;

  opens dev.depict.cli.command to
      info.picocli;
}
