package dev.depict.emulator;

import com.sun.net.httpserver.HttpServer;
import dev.depict.emulator.book.Books;
import dev.depict.emulator.book.Ledger;
import dev.depict.emulator.fault.Faults;
import dev.depict.emulator.fault.ScriptedAnswers;
import dev.depict.emulator.picture.PictureReader;
import dev.depict.emulator.quota.Limits;
import dev.depict.emulator.quota.Quotas;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/** A running stand-in for the Gemini API. Safe for concurrent use; ends when closed. */
public final class GeminiEmulator implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService handlers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("emulator-call-", 0).factory());
  private final PictureReader pictures = new PictureReader();
  private final Ledger ledger = new Ledger();
  private final Faults faults;
  private final ScriptedAnswers answers;
  private final Instant started;
  private final Quotas quotas;
  private final Delays delays;
  private final HttpServer server;

  private GeminiEmulator(EmulatorSettings settings) throws IOException {
    // Shared by all calls, which java.util.Random allows.
    RandomGenerator random = new Random(settings.seed());
    started = settings.clock().instant();
    faults = new Faults(random, settings.clock());
    answers = new ScriptedAnswers(random, settings.clock());
    quotas = new Quotas(settings.limits());
    delays = new Delays(random, settings.network(), settings.thinking());
    ServerProperties.set();
    server = HttpServer.create(settings.listen(), 0);
    server.setExecutor(handlers);
    server.createContext("/", models(settings, random));
    server.createContext("/emulator/", new ControlHandler(this));
  }

  /**
   * Starts one.
   *
   * @throws EmulatorException if it cannot listen where it shall
   */
  public static GeminiEmulator start(EmulatorSettings settings) {
    try {
      var emulator = new GeminiEmulator(settings);
      emulator.server.start();
      return emulator;
    } catch (IOException cause) {
      throw new EmulatorException(
          "cannot listen on %s: %s".formatted(settings.listen(), cause.getMessage()), cause);
    }
  }

  private ModelsHandler models(EmulatorSettings settings, RandomGenerator random) {
    return new ModelsHandler(
        faults,
        new BodyReader(settings.keys(), settings.models(), pictures),
        new Intents(faults, answers, settings.cachedTokens(), random),
        new FrontDesk(settings.clock(), quotas, ledger, settings.keepsSent()),
        delays,
        closed);
  }

  /** Where it listens, without a slash at the end. */
  public URI baseUrl() {
    String host = server.getAddress().getAddress().getHostAddress();
    String literal = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return URI.create("http://" + literal + ":" + server.getAddress().getPort());
  }

  /** Everything that arrived until now. */
  public Books books() {
    return ledger.books();
  }

  /** Forgets everything that arrived; what the limits counted stays. */
  public void clearBooks() {
    ledger.clear();
  }

  /** Waits until so many calls are in the books, or the time is over; says whether they are. */
  public boolean awaitArrivals(int count, Duration atMost) throws InterruptedException {
    return ledger.await(count, atMost);
  }

  /** When it was started, by its clock. */
  public Instant started() {
    return started;
  }

  /** Scripts what is answered instead of what the pixels tell. */
  public ScriptedAnswers answers() {
    return answers;
  }

  /** Plans what goes wrong. */
  public Faults faults() {
    return faults;
  }

  /** Sets the limits of all models. What was counted before counts for them, too. */
  public void limits(Limits limits) {
    quotas.limit(limits);
  }

  /** Sets the limits of one model. What was counted before counts for them, too. */
  public void limits(String model, Limits limits) {
    quotas.limit(model, limits);
  }

  /** Sets the time between sending and being counted. */
  public void network(Delay delay) {
    delays.network(delay);
  }

  /** Sets the time between being counted and the answer. */
  public void thinking(Delay delay) {
    delays.thinking(delay);
  }

  /** Cuts all connections, also of calls that wait for ever. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    handlers.shutdownNow();
    pictures.close();
  }
}
