/**
 * Google Gemini: the analyzer, what is known of the models, and the limiter that spends the quota
 * to the last permitted request without ever overrunning it.
 */
@org.jspecify.annotations.NullMarked
module dev.depict.gemini {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.google.genai;
  requires okhttp3;
  requires okio;
  requires io.github.resilience4j.circuitbreaker;
  requires transitive dev.depict.application;
  requires static org.jspecify;

  exports dev.depict.gemini;
  exports dev.depict.gemini.limit;
}
