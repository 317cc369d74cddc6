package dev.depict.cli.ingest;

import dev.depict.proto.v1.IngestRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Sends the entries of a run in their order, a bounded number and size of them at a time. */
final class Outbox {
  private static final int MOST_PICTURES = 8;
  private static final long MOST_BYTES = 64 << 20;

  private final List<Entry> entries;
  private final IngestRequest question;
  private final Sender sender;
  private final Ledger ledger;
  private final String run;
  private int next;
  private int underWay;
  private long bytesUnderWay;

  Outbox(
      List<Entry> entries,
      IngestRequest question,
      Sender sender,
      Ledger ledger,
      RandomGenerator random) {
    this.entries = entries;
    this.question = question;
    this.sender = sender;
    this.ledger = ledger;
    this.run = new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Whether there is something to send, and room for it. */
  boolean ready() {
    return next < entries.size() && underWay < MOST_PICTURES && bytesUnderWay < MOST_BYTES;
  }

  /** Whether everything was sent and answered. */
  boolean isEmpty() {
    return next == entries.size() && underWay == 0;
  }

  /** Sends the next entry. Returns its result when it cannot be sent. */
  Optional<Result> sendNext() {
    int index = next++;
    return switch (entries.get(index)) {
      case Entry.Problem problem -> Optional.of(ledger.unsent(index, problem));
      case Entry.Picture picture -> send(index, picture);
    };
  }

  /** One picture was stored or refused. */
  void arrived(long bytes) {
    underWay--;
    bytesUnderWay -= bytes;
  }

  private Optional<Result> send(int index, Entry.Picture picture) {
    return switch (PictureReader.read(picture)) {
      case PictureReader.Reading.Unread unread ->
          Optional.of(ledger.unsent(index, unread.problem()));
      case PictureReader.Reading.Bytes bytes -> {
        String requestId = run + "-" + index;
        ledger.sent(index, picture.file(), requestId);
        underWay++;
        bytesUnderWay += bytes.content().size();
        sender.send(
            index,
            question.toBuilder()
                .setContent(bytes.content())
                .setSource(picture.file())
                .setRequestId(requestId)
                .build());
        yield Optional.empty();
      }
    };
  }
}
