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
 * @param throttled how many of them were answered 429
 */
record Books(List<Instant> arrivals, long throttled) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  Books {
    arrivals = List.copyOf(arrivals);
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
    long throttled = 0;
    for (JsonNode arrival : books.path("arrivals")) {
      if (arrival.path("operation").asText().equals("generateContent")) {
        arrivals.add(Instant.parse(arrival.path("time").asText()));
        throttled += arrival.path("verdict").asText().startsWith("QUOTA") ? 1 : 0;
      }
    }
    return new Books(arrivals, throttled);
  }

  /** How many came from then on until the end of that time, which is not in it. */
  long count(Instant from, Duration time) {
    Instant end = from.plus(time);
    return arrivals.stream()
        .filter(arrival -> !arrival.isBefore(from) && arrival.isBefore(end))
        .count();
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
