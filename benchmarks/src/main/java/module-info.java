/**
 * Benchmarks of whole runs. They print their settings, medians and spread, and assert nothing; but
 * that of the quota ends with 1 when a call met the limit, and chaos when it broke a rule.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.benchmarks {
  requires com.fasterxml.jackson.databind;
  requires com.google.protobuf;
  requires dev.depict.application;
  requires dev.depict.emulator;
  requires dev.depict.media;
  requires dev.depict.proto;
  requires dev.depict.sqlite;
  requires io.grpc;
  requires io.grpc.stub;
  requires java.net.http;
  requires static org.jspecify;
}
