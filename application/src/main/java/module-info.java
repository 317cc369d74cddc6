/** What Depict does: use cases, the ports they need, and the dispatcher that works the queue. */
@org.jspecify.annotations.NullMarked
module dev.depict.application {
  requires transitive dev.depict.domain;
  requires static org.jspecify;

  exports dev.depict.application.port.in;
  exports dev.depict.application.port.out;
  exports dev.depict.application.service;
}
