package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.emulator.Client.Answered;
import dev.depict.emulator.book.Arrival;
import org.junit.jupiter.api.Test;

final class KeysAndModelsTest extends EmulatorTest {
  @Override
  EmulatorSettings settings() {
    return super.settings().withKeys(Client.KEY);
  }

  @Test
  void a_key_is_taken_from_the_header_or_the_query() throws Exception {
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(200);
    assertThat(client.withQuery("?alt=json&key=good%2Dkey", Requests.depict(1)).status())
        .isEqualTo(200);
    assertThat(emulator.books().arrivals()).extracting(Arrival::key).containsOnly(Client.KEY);
  }

  @Test
  void a_wrong_key_is_answered_as_the_provider_does() throws Exception {
    Answered answered = client.withKey("wrong", Requests.depict(1));

    assertThat(answered.status()).isEqualTo(400);
    assertThat(answered.error().path("status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(answered.detail("ErrorInfo").path("reason").asText()).isEqualTo("API_KEY_INVALID");
    assertThat(answered.detail("ErrorInfo").path("domain").asText()).isEqualTo("googleapis.com");
    assertThat(emulator.books().countsByVerdict()).containsEntry("REJECTED 400", 1L);
  }

  @Test
  void no_key_is_no_permission() throws Exception {
    assertThat(client.withQuery("", Requests.depict(1)).status()).isEqualTo(403);
  }

  @Test
  void an_unknown_model_is_not_found() throws Exception {
    Answered answered = client.generate("gemini-9", Requests.depict(1));

    assertThat(answered.status()).isEqualTo(404);
    assertThat(answered.error().path("status").asText()).isEqualTo("NOT_FOUND");
    assertThat(answered.error().path("message").asText())
        .startsWith("models/gemini-9 is not found");
  }
}
