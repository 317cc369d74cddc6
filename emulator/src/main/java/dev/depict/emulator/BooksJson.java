package dev.depict.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.depict.emulator.book.Arrival;
import dev.depict.emulator.book.Books;
import dev.depict.emulator.book.TokenUsage;
import dev.depict.emulator.model.PriceList;
import dev.depict.emulator.picture.SentPicture;
import dev.depict.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * The books as JSON; {@code nanos} are since the start of the emulator. Keys are shown by their
 * last characters alone: some may be real ones.
 */
final class BooksJson {
  private static final int SHOWN = 4;

  private BooksJson() {}

  static ObjectNode summary(Books books) {
    ObjectNode json = Json.object().put("calls", books.count());
    ObjectNode verdicts = json.putObject("verdicts");
    books.countsByVerdict().forEach(verdicts::put);
    json.put("mostRequestsInAnyMinute", books.mostRequestsInAnyMinute());
    json.put("mostInputTokensInAnyMinute", books.mostInputTokensInAnyMinute());
    json.put("costMicroDollars", books.cost(PriceList.standard()));
    ArrayNode metadata = json.putArray("metadataSeen");
    books.metadataSeen().forEach(metadata::add);
    return json;
  }

  static ObjectNode whole(Books books, Instant started) {
    ObjectNode json = summary(books);
    json.put("started", started.toString());
    ArrayNode arrivals = json.putArray("arrivals");
    books.arrivals().forEach(arrival -> arrivals.add(arrival(arrival, started)));
    return json;
  }

  private static ObjectNode arrival(Arrival arrival, Instant started) {
    ObjectNode json = Json.object();
    json.put("number", arrival.number());
    json.put("time", arrival.time().toString());
    json.put("nanos", Duration.between(started, arrival.time()).toNanos());
    json.put("operation", arrival.operation().method());
    json.put("key", hidden(arrival.key()));
    json.put("model", arrival.model());
    json.put("bytes", arrival.bytes());
    json.put("inputTokens", arrival.inputTokens());
    json.put("verdict", arrival.verdict().label());
    arrival.code().ifPresent(code -> json.put("code", code));
    arrival.usage().ifPresent(usage -> json.set("usage", usage(usage)));
    arrival.billed().ifPresent(billed -> json.put("responseId", billed.responseId()));
    json.put("costMicroDollars", arrival.cost(PriceList.standard()));
    arrival.end().ifPresent(end -> json.put("end", end.toString()));
    ArrayNode pictures = json.putArray("pictures");
    arrival.pictures().forEach(picture -> pictures.add(picture(picture)));
    return json;
  }

  private static ObjectNode usage(TokenUsage usage) {
    return Json.object()
        .put("prompt", usage.prompt())
        .put("candidates", usage.candidates())
        .put("thoughts", usage.thoughts())
        .put("cached", usage.cached());
  }

  private static ObjectNode picture(SentPicture picture) {
    ObjectNode json = Json.object();
    json.put("mimeType", picture.mimeType());
    json.put("bytes", picture.bytes());
    json.put("width", picture.width()).put("height", picture.height());
    ArrayNode metadata = json.putArray("metadata");
    picture.metadata().stream().sorted().forEach(metadata::add);
    picture.code().ifPresent(code -> json.put("code", code));
    ArrayNode colours = json.putArray("colours");
    picture.colours().forEach(colours::add);
    return json;
  }

  private static String hidden(String key) {
    return key.length() <= SHOWN ? key : "…" + key.substring(key.length() - SHOWN);
  }
}
