package dev.depict.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.depict.cli.text.Times;
import dev.depict.proto.v1.Attempt;
import dev.depict.proto.v1.AttemptState;
import dev.depict.proto.v1.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AttemptLineTest {
  private static final long NOON = Instant.parse("2027-01-15T12:00:00Z").getEpochSecond();

  private final AttemptLine line =
      new AttemptLine(new Times(InstantSource.fixed(Instant.ofEpochSecond(NOON)), ZoneOffset.UTC));

  @Test
  void an_attempt_tells_when_it_was_sent_and_what_it_took() {
    Attempt attempt =
        Attempt.newBuilder()
            .setNumber(2)
            .setState(AttemptState.ATTEMPT_STATE_SUCCEEDED)
            .setStartTime(at(0))
            .setSendTime(at(1))
            .setFinishTime(at(4))
            .setUsage(
                Usage.newBuilder().setInputTokens(310).setOutputTokens(90).setThinkingTokens(20))
            .setCostMicroUsd(650)
            .setExternalId("response-7")
            .build();

    assertThat(line.of(attempt))
        .isEqualTo(
            "2: succeeded, 12:00:00 to 12:00:04, sent at 12:00:01, 310 tokens in, 110 out,"
                + " $0.0007, response response-7");
  }

  @Test
  void a_call_of_unknown_outcome_costs_what_was_reserved() {
    Attempt attempt =
        Attempt.newBuilder()
            .setNumber(1)
            .setState(AttemptState.ATTEMPT_STATE_UNKNOWN)
            .setStartTime(at(0))
            .setSendTime(at(0))
            .setCostMicroUsd(650)
            .build();

    assertThat(line.of(attempt)).isEqualTo("1: unknown, 12:00:00, sent at 12:00:00, $0.0007");
  }

  private static Timestamp at(int second) {
    return Timestamp.newBuilder().setSeconds(NOON + second).build();
  }
}
