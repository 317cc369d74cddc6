package dev.depict.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.application.port.out.ImageAnalyzer.Call;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.quota.Charge;
import dev.depict.emulator.fault.Fault;
import dev.depict.testkit.picture.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class AnswerTest extends GeminiTest {
  @Test
  void two_hundred_pictures_at_once_get_each_its_own_words() throws Exception {
    var asked = new ArrayList<Future<Outcome>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int code = 0; code < 200; code++) {
        int number = code;
        asked.add(threads.submit(() -> ask(number)));
      }
    }

    for (int code = 0; code < 200; code++) {
      Outcome.Answered answered = Ends.answered(asked.get(code).get());
      assertThat(answered.depiction().ocrText()).contains("code " + code);
      assertThat(answered.depiction().altText()).contains("code " + code);
    }
    assertThat(emulator.books().count()).isEqualTo(200);
  }

  @Test
  void an_answer_tells_who_gave_it_and_under_which_id() {
    Outcome.Answered answered = Ends.answered(ask(3));

    assertThat(answered.provenance().provider()).isEqualTo("gemini");
    assertThat(answered.provenance().modelAsked()).isEqualTo(MODEL);
    assertThat(answered.provenance().modelAnswered()).isEqualTo(MODEL);
    assertThat(answered.responseId()).isNotBlank();
    assertThat(answered.depiction().language()).isEqualTo("en");
    assertThat(((Charge.Billed) answered.charge()).responseId()).isEqualTo(answered.responseId());
  }

  @Test
  void another_model_that_answered_is_named() {
    emulator.faults().onNext(1, Fault.OTHER_MODEL);

    Provenance provenance = Ends.answered(ask(3, "gemini-2.5-flash")).provenance();

    assertThat(provenance.modelAsked()).isEqualTo("gemini-2.5-flash");
    assertThat(provenance.modelAnswered()).isEqualTo("gemini-3.5-flash-lite");
  }

  @Test
  void every_known_model_takes_what_it_is_sent() {
    for (String model :
        List.of(
            "gemini-3.5-flash-lite",
            "gemini-3.8-flash",
            "gemini-3.5-flash",
            "gemini-2.5-flash",
            "gemini-2.5-flash-lite")) {
      assertThat(Ends.answered(ask(5, model)).provenance().modelAnswered()).isEqualTo(model);
    }
  }

  @Test
  void a_picture_of_twenty_mebibytes_goes_out_whole() {
    byte[] large = Pictures.padded(1, 20 << 20);

    Ends.answered(analyzer.analyze(image(large), question(image(large), "", ""), Call.of(MODEL)));

    assertThat(emulator.books().arrivals().getFirst().sent().orElseThrow().pictures())
        .containsExactly(large);
  }
}
