/** The program: configuration, the wiring of all parts, and the server behind the commands. */
@org.jspecify.annotations.NullMarked
module dev.depict.bootstrap {
  requires dagger;
  requires dev.depict.application;
  requires dev.depict.cli;
  requires dev.depict.emulator;
  requires dev.depict.gemini;
  requires dev.depict.grpc;
  requires dev.depict.media;
  requires dev.depict.sqlite;
  requires jakarta.inject;
  requires jul.to.slf4j;
  requires java.logging;
  requires jdk.unsupported;
  requires static java.compiler;
  requires static org.jspecify;
}
