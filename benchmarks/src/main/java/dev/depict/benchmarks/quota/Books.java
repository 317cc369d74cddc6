package dev.depict.benchmarks.quota;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What the provider counted, in the order of time.
 *
 * @param calls all of them, refused ones included
 */
record Books(List<Call> calls) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  Books {
    calls = List.copyOf(calls);
  }

  static Books read(HttpClient http, String baseUrl) throws IOException, InterruptedException {
    return parse(fetch(http, baseUrl));
  }

  /** As the provider keeps them, in JSON. */
  static byte[] fetch(HttpClient http, String baseUrl) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(baseUrl + "/emulator/books")).build();
    return http.send(request, BodyHandlers.ofByteArray()).body();
  }

  static Books parse(byte[] json) throws IOException {
    JsonNode books = new ObjectMapper().readTree(json);
    var calls = new ArrayList<Call>();
    for (JsonNode arrival : books.path("arrivals")) {
      if (arrival.path("operation").asText().equals("generateContent")) {
        calls.add(call(arrival));
      }
    }
    return new Books(calls);
  }

  private static Call call(JsonNode arrival) {
    return new Call(
        Instant.parse(arrival.path("time").asText()),
        Optional.of(arrival.path("end").asText()).filter(end -> !end.isEmpty()).map(Instant::parse),
        arrival.path("verdict").asText().startsWith("QUOTA"),
        arrival.path("pictures").path(0).path("code").asInt(-1));
  }

  /** How many calls were answered 429. */
  long throttled() {
    return calls.stream().filter(Call::refused).count();
  }

  /** How many of the calls of that time were not answered 429. */
  long permitted(Instant from, Duration time) {
    return new Books(calls.stream().filter(call -> !call.refused()).toList()).count(from, time);
  }

  /** When the first one was counted. */
  Instant first() {
    return calls.getFirst().time();
  }

  /** When the first one after that moment was counted. */
  Optional<Instant> firstAfter(Instant moment) {
    return calls.stream().map(Call::time).filter(moment::isBefore).findFirst();
  }

  /** How many came from then on until the end of that time, which is not in it. */
  long count(Instant from, Duration time) {
    Instant end = from.plus(time);
    return calls.stream()
        .filter(call -> !call.time().isBefore(from) && call.time().isBefore(end))
        .count();
  }

  /** The most in any 60 seconds; two exactly 60 seconds apart are not in one. */
  long busiestMinute() {
    int most = 0;
    int oldest = 0;
    for (int newest = 0; newest < calls.size(); newest++) {
      Instant begin = calls.get(newest).time().minus(MINUTE);
      while (!calls.get(oldest).time().isAfter(begin)) {
        oldest++;
      }
      most = Math.max(most, newest - oldest + 1);
    }
    return most;
  }

  /** The most that were under way at once, between being counted and being answered. */
  int mostUnderWay() {
    int most = 0;
    var ends = new PriorityQueue<Instant>();
    for (Call call : calls) {
      while (!ends.isEmpty() && !ends.element().isAfter(call.time())) {
        ends.remove();
      }
      ends.add(call.end().orElse(Instant.MAX));
      most = Math.max(most, ends.size());
    }
    return most;
  }

  /** How many came in each minute, from the first arrival on. */
  List<Long> byMinute(int minutes) {
    var counts = new ArrayList<Long>();
    for (int minute = 0; minute < minutes; minute++) {
      counts.add(count(first().plus(MINUTE.multipliedBy(minute)), MINUTE));
    }
    return counts;
  }
}
