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
  SERVER_TLS_CERTIFICATE(
      "server.tls-certificate",
      "PEM file of the server's certificate, followed by those that vouch for it; with"
          + " server.tls-key the server speaks TLS",
      ""),
  SERVER_TLS_KEY("server.tls-key", "PEM file of its key: PKCS #8, without a password", ""),
  SERVER_TLS_CLIENT_CA(
      "server.tls-client-ca",
      "PEM file of who vouches for clients; then only those with a certificate can connect",
      ""),
  SERVER_TOKENS_FILE(
      "server.tokens-file",
      "file of the tokens that may call, hashed; read again when it changes",
      ""),
  SERVER_INSECURE(
      "server.insecure",
      "whether other machines may connect without TLS, token or certificate; true or false",
      "false"),
  SERVER_MAX_MESSAGE("server.max-message-mib", "largest message taken, in MiB; 1 to 128", "21"),
  SERVER_MAX_BYTES_IN_FLIGHT(
      "server.max-bytes-in-flight-mib",
      "requests that are coming in or not dealt with yet, in MiB; 0 for an eighth of the heap",
      "0"),
  SERVER_MAX_CONNECTIONS("server.max-connections", "connections open at once", "1000"),
  SERVER_MAX_CALLS("server.max-calls", "calls open at once", "16384"),
  SERVER_MAX_WATCHES("server.max-watches", "watches open at once", "1000"),
  SERVER_DEFAULT_DEADLINE(
      "server.default-deadline",
      "when a call ends that brings no deadline and is not meant to last",
      "5m"),
  SERVER_STALL_TIMEOUT(
      "server.stall-timeout", "how long a request may stand still on its way; 0s for ever", "30s"),
  TLS_CA(
      "tls.ca",
      "for commands: PEM file of who vouches for the server, or 'system'; with it they speak TLS",
      ""),
  TLS_CERTIFICATE(
      "tls.certificate", "for commands: PEM file of the certificate that shows who calls", ""),
  TLS_KEY("tls.key", "for commands: PEM file of its key: PKCS #8, without a password", ""),
  TOKEN_FILE("token.file", "for commands: file with the token for the server", ""),
  ANALYZER(
      "analyzer",
      "who answers: 'gemini' (a key is required), 'offline' (no key, no network) or 'auto' (Gemini;"
          + " without a key tasks wait, and 'ingest' without a server uses offline)",
      "auto"),
  GEMINI_API_KEY("gemini.api-key", "the key for Gemini; better in a file", "", "GEMINI_API_KEY"),
  GEMINI_API_KEY_FILE(
      "gemini.api-key-file",
      "file that holds the key for Gemini; read again when it changes",
      "",
      "GEMINI_API_KEY_FILE"),
  GEMINI_BASE_URL(
      "gemini.base-url",
      "where Gemini is reached",
      "https://generativelanguage.googleapis.com",
      "GEMINI_BASE_URL"),
  GEMINI_MODEL("gemini.model", "model asked when a task names none", "gemini-3.5-flash-lite"),
  GEMINI_TIMEOUT("gemini.timeout", "longest time of one call, such as 120s; at most 1h", "120s"),
  GEMINI_MODELS_FILE(
      "gemini.models-file",
      "file with models that are not in the catalogue, or differ from it",
      ""),
  QUOTA_RPM("quota.rpm", "requests a minute, of each model; 1 to 100000", "15"),
  QUOTA_TPM("quota.tpm", "input tokens a minute, of each model; 0 for no limit", "0"),
  QUOTA_RPD("quota.rpd", "requests a day, of each model; 0 for no limit", "0"),
  QUOTA_GUARD(
      "quota.guard",
      "how much longer than a minute a request is taken to count, at most 60s",
      "250ms"),
  BUDGET("budget.usd-per-day", "dollars that may be spent in a day; 0 for no limit", "0"),
  LANGUAGE("answer.language", "language of the words, as a BCP 47 tag", "en"),
  QUEUE_MAX_PENDING("queue.max-pending", "waiting tasks at most; 1 to 100000000", "10000000"),
  RETRY_MAX_ATTEMPTS("retry.max-attempts", "counted attempts of one round; 1 to 100", "5"),
  RETRY_BASE_DELAY("retry.base-delay", "first delay and jitter, such as 500ms, 1s or 2m", "1s"),
  RETRY_MAX_DELAY("retry.max-delay", "longest delay before jitter", "60s"),
  WORKER_ENABLED(
      "worker.enabled", "whether tasks are started without being asked for; true or false", "true"),
  WORKER_CONCURRENCY(
      "worker.concurrency",
      "calls of one model under way at once; 1 to 512, 0 for as many as its requests a minute need",
      "0"),
  MEDIA_MAX_DIMENSION(
      "media.max-dimension", "longer side of a picture as it is sent, in pixels", "1920"),
  MEDIA_MAX_MIB("media.max-mib", "largest picture taken inline, in MiB; 1 to 100", "20"),
  MEDIA_MAX_MEGAPIXELS("media.max-megapixels", "most pixels of a picture, in millions", "100"),
  MEDIA_MAX_UPLOAD_MIB(
      "media.max-upload-mib", "largest picture taken by upload, in MiB; 1 to 1024", "100"),
  MEDIA_ROOTS(
      "media.roots",
      "folders, separated by commas, in which the server itself reads pictures that callers name by"
          + " path",
      ""),
  TASKS_KEEP("tasks.keep", "how long final tasks are kept, such as 30d; 0s for ever", "0s"),
  EVENTS_KEEP("events.keep", "how long changes can be resumed from, such as 12h or 7d", "7d");

  private final String property;
  private final String description;
  private final String defaultText;
  private final Optional<String> commonVariable;

  Key(String property, String description, String defaultText) {
    this(property, description, defaultText, Optional.empty());
  }

  Key(String property, String description, String defaultText, String commonVariable) {
    this(property, description, defaultText, Optional.of(commonVariable));
  }

  Key(String property, String description, String defaultText, Optional<String> commonVariable) {
    this.property = property;
    this.description = description;
    this.defaultText = defaultText;
    this.commonVariable = commonVariable;
  }

  /** The name in the file: {@code queue.max-pending}. */
  public String property() {
    return property;
  }

  /** The name in the environment: {@code DEPICT_QUEUE_MAX_PENDING}. */
  public String variable() {
    return "DEPICT_" + property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The name under which other programs know the same in the environment, if there is one. */
  Optional<String> commonVariable() {
    return commonVariable;
  }

  /** Whether the value must not be shown. */
  boolean isSecret() {
    return this == GEMINI_API_KEY;
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
