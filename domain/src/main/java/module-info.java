/**
 * What Depict is about: records, rules and pure logic. Knows no library, reads no clock, draws no
 * random number.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.domain {
  requires static org.jspecify;

  exports dev.depict.domain.answer;
  exports dev.depict.domain.error;
  exports dev.depict.domain.hash;
  exports dev.depict.domain.media;
  exports dev.depict.domain.question;
  exports dev.depict.domain.quota;
  exports dev.depict.domain.task;
}
