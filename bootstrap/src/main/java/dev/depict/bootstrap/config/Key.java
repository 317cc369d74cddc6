package dev.depict.bootstrap.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set. One name in all places: the file, the environment and the command
 * line.
 */
public enum Key {
  DATA_DIR("data.dir", "folder of queue, answers and pictures", "$XDG_DATA_HOME/depict"),
  SERVER_LISTEN("server.listen", "address of the gRPC server", "127.0.0.1:50051"),
  SERVER_MAX_MESSAGE("server.max-message-mib", "largest message taken, in MiB; 1 to 128", "21"),
  ANALYZER(
      "analyzer",
      "who answers: 'offline' (no key, no network) or 'auto' (Gemini, tasks wait until there is a"
          + " key; 'ingest' without a server uses offline)",
      "auto"),
  LANGUAGE("answer.language", "language of the words, as a BCP 47 tag", "en"),
  QUEUE_MAX_PENDING("queue.max-pending", "waiting tasks at most; 1 to 100000000", "10000000"),
  RETRY_MAX_ATTEMPTS("retry.max-attempts", "counted attempts of one round; 1 to 100", "5"),
  RETRY_BASE_DELAY("retry.base-delay", "first delay and jitter, such as 500ms, 1s or 2m", "1s"),
  RETRY_MAX_DELAY("retry.max-delay", "longest delay before jitter", "60s"),
  WORKER_CONCURRENCY(
      "worker.concurrency", "attempts under way at once; 1 to 512, 0 for one a core", "0"),
  MEDIA_MAX_DIMENSION(
      "media.max-dimension", "longer side of a picture as it is sent, in pixels", "1920"),
  MEDIA_MAX_MIB("media.max-mib", "largest picture taken inline, in MiB; 1 to 100", "20"),
  MEDIA_MAX_MEGAPIXELS("media.max-megapixels", "most pixels of a picture, in millions", "100"),
  EVENTS_KEEP("events.keep", "how long changes can be resumed from, such as 12h or 7d", "7d");

  private final String property;
  private final String description;
  private final String defaultText;

  Key(String property, String description, String defaultText) {
    this.property = property;
    this.description = description;
    this.defaultText = defaultText;
  }

  /** The name in the file: {@code queue.max-pending}. */
  public String property() {
    return property;
  }

  /** The name in the environment: {@code DEPICT_QUEUE_MAX_PENDING}. */
  public String variable() {
    return "DEPICT_" + property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The name on the command line: {@code --queue-max-pending}. */
  public String flag() {
    return "--" + property.replace('.', '-');
  }

  public String description() {
    return description;
  }

  public String defaultText() {
    return defaultText;
  }

  /** The key with this name in the file. */
  static Optional<Key> named(String property) {
    return Arrays.stream(values()).filter(key -> key.property.equals(property)).findFirst();
  }
}
