/**
 * What tests of Depict stand on: a contract for every port, adapters that keep everything in
 * memory, a scripted analyzer, settable time. No part of the product.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.testkit {
  requires transitive dev.depict.application;
  requires transitive org.assertj.core;
  requires transitive net.jqwik.api;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.depict.testkit.analyzer;
  exports dev.depict.testkit.contract;
  exports dev.depict.testkit.fixture;
  exports dev.depict.testkit.memory;
  exports dev.depict.testkit.picture;
  exports dev.depict.testkit.property;
  exports dev.depict.testkit.time;

  opens dev.depict.testkit.contract;
  opens dev.depict.testkit.property;
}
