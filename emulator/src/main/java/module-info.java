/**
 * A stand-in for the Gemini API, for tests and for trying Depict without a key: speaks the real
 * wire format over HTTP, counts quotas as the provider does, fails on demand, and keeps books of
 * all that arrived. It shares no code with the product, so that both can be wrong only
 * independently.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.emulator {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires transitive java.desktop;
  requires jdk.httpserver;
  requires static org.jspecify;

  exports dev.depict.emulator;
  exports dev.depict.emulator.book;
  exports dev.depict.emulator.fault;
  exports dev.depict.emulator.model;
  exports dev.depict.emulator.picture;
  exports dev.depict.emulator.quota;
}
