package dev.depict.testkit.analyzer;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.media.MediaDigest;
import dev.depict.domain.question.Question;
import dev.depict.domain.task.FailureClass;
import dev.depict.testkit.fixture.TaskFixtures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An analyzer that answers as it is told, and remembers what it was asked. A call takes the next
 * outcome scripted for its picture; if there is none, the next one scripted for any picture; if
 * there is none either, an answer made from the picture's digest. Safe for concurrent use.
 */
public final class ScriptedAnalyzer implements ImageAnalyzer {
  /**
   * One request, as it arrived.
   *
   * @param longer whether the answer was allowed to be longer than usual
   */
  public record Call(PreparedImage image, Question question, String model, boolean longer) {
    /** The picture it was about. */
    public MediaDigest media() {
      return question.media();
    }
  }

  private static final int DIGITS_SHOWN = 12;
  private static final int CONCURRENCY = 32;

  private final String provider;
  private final int concurrency;
  private final Calls calls = new Calls();
  private final Map<MediaDigest, Deque<Outcome>> byPicture = new HashMap<>();
  private final Deque<Outcome> byOrder = new ArrayDeque<>();

  public ScriptedAnalyzer(String provider) {
    this(provider, CONCURRENCY);
  }

  /**
   * @param concurrency how many calls at once are said to make sense; more are answered all the
   *     same
   */
  public ScriptedAnalyzer(String provider, int concurrency) {
    this.provider = provider;
    this.concurrency = concurrency;
  }

  /** The alt text of an unscripted answer about the picture. */
  public static String altTextOf(MediaDigest picture) {
    return "Picture " + picture.hex().substring(0, DIGITS_SHOWN);
  }

  /** Scripts the next calls, whatever their pictures. */
  public synchronized ScriptedAnalyzer then(Outcome... outcomes) {
    byOrder.addAll(List.of(outcomes));
    return this;
  }

  /** Scripts the next calls about one picture. */
  public synchronized ScriptedAnalyzer about(MediaDigest picture, Outcome... outcomes) {
    byPicture.computeIfAbsent(picture, digest -> new ArrayDeque<>()).addAll(List.of(outcomes));
    return this;
  }

  /** Lets no call come back from now on, until {@link #release}. */
  public void hold() {
    calls.hold();
  }

  /** Lets all calls come back, and those to come. */
  public void release() {
    calls.release();
  }

  /**
   * Waits until so many calls have arrived in all, held ones included.
   *
   * @throws AssertionError when they have not within the timeout
   */
  public void awaitCalls(int count, Duration timeout) {
    calls.await(count, timeout);
  }

  /** All calls so far, in the order of arrival. */
  public List<Call> calls() {
    return calls.all();
  }

  /** How many calls have been under way at once, at most. */
  public int mostAtOnce() {
    return calls.mostAtOnce();
  }

  @Override
  public String provider() {
    return provider;
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public Outcome analyze(PreparedImage image, Question question, ImageAnalyzer.Call how) {
    try {
      calls.enter(new Call(image, question, how.model(), how.longer()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcomes.unavailable(FailureClass.NETWORK);
    } finally {
      calls.leave();
    }
    return next(question.media(), how.model());
  }

  private synchronized Outcome next(MediaDigest picture, String model) {
    Deque<Outcome> script = byPicture.getOrDefault(picture, byOrder);
    Deque<Outcome> outcomes = script.isEmpty() ? byOrder : script;
    return outcomes.isEmpty() ? unscripted(picture, model) : outcomes.removeFirst();
  }

  private Outcome unscripted(MediaDigest picture, String model) {
    return new Outcome.Answered(
        TaskFixtures.depiction(altTextOf(picture)),
        new Provenance(provider, model, model, TaskFixtures.USAGE, TaskFixtures.COST),
        Outcomes.RESPONSE_ID);
  }
}
