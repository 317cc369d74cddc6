package dev.depict.gemini.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.genai.errors.GenAiIOException;
import dev.depict.application.port.out.Outcome;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.gemini.http.NotSent;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Makes an outcome of a call that broke on the way there or back. */
public final class Breakages {
  private final URI baseUrl;

  /**
   * @param baseUrl named in the words
   */
  public Breakages(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  public Outcome outcome(GenAiIOException exception) {
    if (find(exception, JsonProcessingException.class).isPresent()) {
      return unreadable();
    }
    return find(exception, NotSent.class).isPresent()
        ? network(notSent(exception), "was not reached", exception, Charge.NOT_SENT)
        : network(sent(exception), "did not answer to the end", exception, Charge.UNKNOWN);
  }

  /** A 200 whose body is not the API's. */
  public static Outcome unreadable() {
    return new Outcome.Refused(
        new Failure(
            FailureClass.BAD_ANSWER, "UNREADABLE", "the response is not what the API answers"),
        Charge.UNKNOWN);
  }

  private static String notSent(Throwable exception) {
    if (Thread.currentThread().isInterrupted()) {
      return "INTERRUPTED";
    }
    if (find(exception, UnknownHostException.class).isPresent()) {
      return "DNS";
    }
    if (find(exception, SSLException.class).isPresent()) {
      return "TLS";
    }
    return find(exception, InterruptedIOException.class).isPresent()
        ? "CONNECT_TIMEOUT"
        : "CONNECT";
  }

  private static String sent(Throwable exception) {
    if (Thread.currentThread().isInterrupted()) {
      return "INTERRUPTED";
    }
    return find(exception, InterruptedIOException.class).isPresent() ? "TIMEOUT" : "RESET";
  }

  private Outcome network(String code, String what, Throwable exception, Charge charge) {
    String words =
        "%s %s: %s".formatted(baseUrl.getAuthority(), what, innermost(exception).getMessage());
    return new Outcome.Unavailable(new Failure(FailureClass.NETWORK, code, words), charge);
  }

  private static Throwable innermost(Throwable exception) {
    return causes(exception).reduce(exception, (_, inner) -> inner);
  }

  private static <T> Optional<T> find(Throwable exception, Class<T> type) {
    return causes(exception).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Throwable::getCause).takeWhile(cause -> cause != null);
  }
}
