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

/**
 * What the provider counted, in the order of time.
 *
 * @param arrivals all calls, refused ones included
 * @param permitted those that were not answered 429
 */
record Books(List<Instant> arrivals, List<Instant> permitted) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  Books {
    arrivals = List.copyOf(arrivals);
    permitted = List.copyOf(permitted);
  }

  /** How many calls were answered 429. */
  int throttled() {
    return arrivals.size() - permitted.size();
  }

  /** How many of the calls of that time were not answered 429. */
  long permitted(Instant from, Duration time) {
    return within(permitted, from, time);
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
    var arrivals = new ArrayList<Instant>();
    var permitted = new ArrayList<Instant>();
    for (JsonNode arrival : books.path("arrivals")) {
      if (arrival.path("operation").asText().equals("generateContent")) {
        Instant time = Instant.parse(arrival.path("time").asText());
        arrivals.add(time);
        if (!arrival.path("verdict").asText().startsWith("QUOTA")) {
          permitted.add(time);
        }
      }
    }
    return new Books(arrivals, permitted);
  }

  /** How many came from then on until the end of that time, which is not in it. */
  long count(Instant from, Duration time) {
    return within(arrivals, from, time);
  }

  private static long within(List<Instant> calls, Instant from, Duration time) {
    Instant end = from.plus(time);
    return calls.stream().filter(call -> !call.isBefore(from) && call.isBefore(end)).count();
  }

  /** The most in any 60 seconds; two exactly 60 seconds apart are not in one. */
  long busiestMinute() {
    return arrivals.stream().mapToLong(first -> count(first, MINUTE)).max().orElse(0);
  }

  /** How many came in each minute, from the first arrival on. */
  List<Long> byMinute(int minutes) {
    var counts = new ArrayList<Long>();
    for (int minute = 0; minute < minutes; minute++) {
      counts.add(count(arrivals.getFirst().plus(MINUTE.multipliedBy(minute)), MINUTE));
    }
    return counts;
  }
}
