package dev.depict.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Ledger;
import dev.depict.emulator.book.Operation;
import dev.depict.emulator.book.Sent;
import dev.depict.emulator.book.TokenUsage;
import dev.depict.emulator.book.Verdict;
import dev.depict.emulator.fault.Fault;
import dev.depict.emulator.model.PriceList;
import dev.depict.emulator.picture.PixelCode;
import dev.depict.emulator.picture.Tagged;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class BooksTest extends EmulatorTest {
  @Override
  EmulatorSettings settings() {
    return super.settings().keepingSent();
  }

  @Test
  void an_arrival_tells_all_that_is_known() throws Exception {
    byte[] picture = PixelCode.jpeg(4711, 320, 200);
    client.generate(Requests.depict(picture, "image/jpeg", "Why?"));

    Arrival arrival = emulator.books().arrivals().getFirst();

    assertThat(arrival.number()).isEqualTo(1);
    assertThat(arrival.time()).isEqualTo(time.instant());
    assertThat(arrival.operation()).isEqualTo(Operation.GENERATE_CONTENT);
    assertThat(arrival.model()).isEqualTo(Client.MODEL);
    assertThat(arrival.code()).hasValue(4711);
    assertThat(arrival.pictures().getFirst().width()).isEqualTo(320);
    assertThat(arrival.pictures().getFirst().height()).isEqualTo(200);
    assertThat(arrival.pictures().getFirst().bytes()).isEqualTo(picture.length);
    assertThat(arrival.pictures().getFirst().metadata()).isEmpty();
    assertThat(arrival.answered()).isTrue();
    Sent sent = arrival.sent().orElseThrow();
    assertThat(sent.instruction()).isEqualTo(Requests.INSTRUCTION);
    assertThat(sent.text()).isEqualTo("Why?");
    assertThat(sent.pictures()).containsExactly(picture);
  }

  @Test
  void metadata_that_slipped_through_is_seen() throws Exception {
    assertThat(emulator.books().metadataSeen()).isEmpty();
    client.generate(
        Requests.depict(Tagged.pngText(PixelCode.png(1, 64, 64), "secret"), "image/png", "?"));

    assertThat(emulator.books().metadataSeen()).containsExactly("tEXt");
  }

  @Test
  void counts_are_by_code_and_verdict() throws Exception {
    emulator.faults().onCode(2, Fault.SAFETY);
    client.generate(Requests.depict(1));
    client.generate(Requests.depict(1));
    client.generate(Requests.depict(2));

    assertThat(emulator.books().countsByCode()).containsEntry(1, 2L).containsEntry(2, 1L);
    assertThat(emulator.books().countsByVerdict())
        .containsEntry("ANSWERED", 2L)
        .containsEntry("SAFETY", 1L);
    assertThat(emulator.books().withCode(2).count()).isEqualTo(1);
    assertThat(emulator.books().of(Client.KEY, Client.MODEL).count()).isEqualTo(3);
  }

  @Test
  void the_cost_is_that_of_the_price_list() throws Exception {
    client.generate(Requests.depict(1));

    TokenUsage usage = emulator.books().arrivals().getFirst().usage().orElseThrow();

    assertThat(emulator.books().cost(PriceList.standard()))
        .isEqualByComparingTo(
            new BigDecimal("0.30")
                .multiply(BigDecimal.valueOf(usage.prompt()))
                .add(
                    new BigDecimal("2.50")
                        .multiply(BigDecimal.valueOf(usage.candidates() + usage.thoughts()))));
  }

  @Test
  void prices_follow_the_date() {
    var before = new SettableTime("2026-12-31T23:59:59Z").instant();
    PriceList prices = PriceList.standard();

    assertThat(prices.find("gemini-3.8-flash", before).orElseThrow().input())
        .isEqualByComparingTo("0.75");
    assertThat(prices.find("gemini-3.8-flash", before.plusSeconds(1)).orElseThrow().input())
        .isEqualByComparingTo("1.50");
    assertThat(prices.find("unknown", before)).isEmpty();
  }

  @Test
  void the_busiest_minute_is_found_between_the_clock_s_minutes() throws Exception {
    for (int seconds : List.of(0, 50, 5, 5, 50)) {
      time.pass(Duration.ofSeconds(seconds));
      client.generate(Requests.depict(1));
    }

    // At 0, 50, 55, 60 and 110 s; those at 0 and 60 are a full minute apart.
    assertThat(emulator.books().mostRequestsInAnyMinute()).isEqualTo(3);
    assertThat(emulator.books().mostInputTokensInAnyMinute()).isEqualTo(3 * (1120 + 15 + 3));
  }

  @Test
  void hundreds_of_calls_are_answered_at_the_same_time() {
    int calls = 300;
    var all = new CountDownLatch(calls);
    emulator.thinking(random -> {
      all.countDown();
      try {
        all.await();
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
      return Duration.ZERO;
    });
    var answers = new ArrayList<CompletableFuture<Client.Answered>>();
    for (int i = 0; i < calls; i++) {
      answers.add(client.generateLater(Requests.depict(i)));
    }

    assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    assertThat(emulator.books().countsByCode()).hasSize(calls);
  }

  @Test
  void a_call_that_took_long_to_read_stands_where_it_arrived() {
    var ledger = new Ledger();
    for (int seconds : List.of(3, 1, 2)) {
      ledger.add(arrival(seconds));
    }

    assertThat(ledger.books().arrivals()).extracting(Arrival::number).containsExactly(1, 2, 3);
  }

  private Arrival arrival(int seconds) {
    return new Arrival(
        seconds,
        time.instant().plusSeconds(seconds),
        Operation.GENERATE_CONTENT,
        Client.KEY,
        Client.MODEL,
        0,
        List.of(),
        0,
        Optional.empty(),
        new Verdict.Answered(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void an_arrival_tells_what_it_cost_and_by_which_response() throws Exception {
    Client.Answered answered = client.generate(Requests.depict(1));

    Arrival arrival = emulator.books().arrivals().getFirst();

    assertThat(arrival.billed().orElseThrow().responseId())
        .isEqualTo(answered.json().path("responseId").asText());
    assertThat(arrival.cost(PriceList.standard()))
        .isPositive()
        .isEqualByComparingTo(emulator.books().cost(PriceList.standard()));
  }

  @Test
  void a_call_has_no_end_while_it_is_under_way() throws Exception {
    var answer = new CountDownLatch(1);
    emulator.thinking(random -> {
      try {
        answer.await();
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
      return Duration.ZERO;
    });
    CompletableFuture<Client.Answered> later = client.generateLater(Requests.depict(1));
    assertThat(emulator.awaitArrivals(1, Duration.ofSeconds(60))).isTrue();

    assertThat(emulator.books().arrivals().getFirst().end()).isEmpty();
    answer.countDown();
    later.join();
  }

  @Test
  void a_call_has_ended_once_it_is_answered() {
    var ledger = new Ledger();
    ledger.add(arrival(1));
    ledger.add(arrival(2));

    ledger.end(1, time.instant().plusSeconds(5));
    ledger.end(7, time.instant());

    assertThat(ledger.books().arrivals())
        .extracting(Arrival::end)
        .containsExactly(Optional.of(time.instant().plusSeconds(5)), Optional.empty());
  }

  @Test
  void books_can_be_begun_anew() throws Exception {
    client.generate(Requests.depict(1));
    emulator.clearBooks();

    assertThat(emulator.books().count()).isZero();
    assertThat(emulator.awaitArrivals(1, Duration.ofMillis(1))).isFalse();
  }
}
