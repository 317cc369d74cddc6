package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.picture.PlainPicture;
import dev.depict.emulator.quota.Limits;
import dev.depict.emulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokensTest extends EmulatorTest {
  private static final int WORDS = 15 + 1;

  @Override
  EmulatorSettings settings() {
    return super.settings().withLimits(Limits.none().withRequestsPerMinute(1));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 258",
    "384, 384, 258",
    "385, 384, 1032",
    "960, 540, 1548",
    "1920, 1080, 1548",
    "2000, 1, 2064"
  })
  void older_models_count_tiles(int width, int height, int tokens) throws Exception {
    ObjectNode request = Requests.depict(PlainPicture.png(width, height), "image/png", "?");

    assertThat(
            client
                .countTokens("gemini-2.5-flash", request(request))
                .json()
                .path("totalTokens")
                .asInt())
        .isEqualTo(tokens + WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "MEDIA_RESOLUTION_UNSPECIFIED, 1120",
    "MEDIA_RESOLUTION_LOW, 280",
    "MEDIA_RESOLUTION_MEDIUM, 560",
    "MEDIA_RESOLUTION_HIGH, 1120"
  })
  void newer_models_count_by_resolution(String resolution, int tokens) throws Exception {
    ObjectNode request = Requests.depict(PlainPicture.png(2000, 1000), "image/png", "?");
    Requests.config(request).put("mediaResolution", resolution);

    assertThat(
            client.countTokens(Client.MODEL, request(request)).json().path("totalTokens").asInt())
        .isEqualTo(tokens + WORDS);
  }

  @Test
  void counting_takes_the_contents_alone_as_well_and_no_quota() throws Exception {
    ObjectNode contents = Requests.depict(1);
    contents.remove("systemInstruction");
    contents.remove("generationConfig");

    for (int i = 0; i < 3; i++) {
      assertThat(client.countTokens(Client.MODEL, contents).json().path("totalTokens").asInt())
          .isEqualTo(1120 + 3);
    }
    assertThat(client.generate(Requests.depict(1)).status()).isEqualTo(200);
  }

  private static ObjectNode request(ObjectNode generate) {
    generate.put("model", "models/any");
    ObjectNode count = Json.object();
    count.set("generateContentRequest", generate);
    return count;
  }
}
