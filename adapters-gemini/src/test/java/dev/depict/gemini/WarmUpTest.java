package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.Outcome;
import dev.depict.gemini.http.Clients;
import dev.depict.gemini.http.Endpoint;
import dev.depict.gemini.model.GeminiModel;
import dev.depict.gemini.reply.Asked;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest extends GeminiTest {
  @Test
  void warming_up_asks_the_provider_nothing() {
    analyzer.warmUp();
    assertThat(emulator.books().arrivals()).isEmpty();
    assertThat(ask(1)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void without_a_key_it_does_no_harm() {
    try (var keyless = analyzer(settings(), ApiKeys.fixed(""))) {
      keyless.warmUp();
    }
    assertThat(emulator.books().arrivals()).isEmpty();
  }

  @Test
  void it_goes_through_a_whole_call_up_to_the_answer() {
    var nowhere =
        new Endpoint(
            URI.create("http://127.0.0.1:9"), Duration.ofSeconds(9), Duration.ofSeconds(9), 1);
    GeminiModel model = new GeminiModels(settings(), clock).find(Rehearsal.MODEL);
    var asked = new Asked("gemini", Rehearsal.MODEL, model.priceAt(clock.instant()), "en");
    try (var clients = new Clients(nowhere)) {
      assertThat(Rehearsal.run(clients, model, asked)).isInstanceOf(Outcome.Answered.class);
    }
  }
}
