package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.model.TokenTruth;
import dev.depict.emulator.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TokenTruthTest extends EmulatorTest {
  private static final double FACTOR = 1.13;
  private static final double NOISE = 0.05;
  private static final int PUBLISHED = 1120 + 15 + 3;

  @Override
  EmulatorSettings settings() {
    List<GeminiModel> models =
        GeminiModel.known().stream()
            .map(model ->
                model.name().equals(Client.MODEL)
                    ? model.withTruth(new TokenTruth(FACTOR, NOISE))
                    : model)
            .toList();
    return super.settings().withModels(models);
  }

  private long counted(String model, int code) throws Exception {
    ObjectNode request = Requests.depict(code);
    request.put("model", "models/any");
    ObjectNode count = Json.object();
    count.set("generateContentRequest", request);
    return client.countTokens(model, count).json().path("totalTokens").asLong();
  }

  @Test
  void a_model_may_count_otherwise_than_it_publishes() throws Exception {
    long sum = 0;
    for (int code = 0; code < 100; code++) {
      long tokens = counted(Client.MODEL, code);
      assertThat((double) tokens)
          .isBetween(PUBLISHED * FACTOR * (1 - NOISE) - 1, PUBLISHED * FACTOR * (1 + NOISE) + 1);
      sum += tokens;
    }

    assertThat(sum / 100.0 / PUBLISHED).isBetween(FACTOR - 0.02, FACTOR + 0.02);
    assertThat(counted("gemini-3.5-flash", 1)).isEqualTo(PUBLISHED);
  }

  @Test
  void what_is_billed_for_a_prompt_is_what_was_counted_of_it() throws Exception {
    long tokens = counted(Client.MODEL, 7);

    long billed = client.generate(Requests.depict(7)).usage().path("promptTokenCount").asLong();

    assertThat(billed).isEqualTo(tokens);
    assertThat(emulator.books().arrivals().getLast().inputTokens()).isEqualTo(tokens);
  }
}
