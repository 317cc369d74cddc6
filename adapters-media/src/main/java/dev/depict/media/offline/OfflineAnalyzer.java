package dev.depict.media.offline;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.answer.Provenance;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.quota.MicroDollars;
import dev.depict.domain.quota.Usage;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Describes a picture by what can be measured, in English whatever language is asked for. The same
 * picture brings the same words. Free of charge, nothing leaves the machine.
 *
 * <p>Safe for concurrent use, on any thread: decoding hops onto the executor given; Tesseract is
 * waited for on the calling thread. An interrupt ends the run and leaves the thread interrupted.
 */
public final class OfflineAnalyzer implements ImageAnalyzer {
  /** The name of the provider and of its one model. */
  public static final String NAME = "offline";

  private static final System.Logger LOG = System.getLogger(OfflineAnalyzer.class.getName());

  private final Executor decoding;
  private final int concurrency;
  private final TextReader textReader;

  /**
   * @param decoding runs on platform threads
   * @param concurrency how many pictures are looked at at once; the work is the machine's own
   */
  public OfflineAnalyzer(Executor decoding, int concurrency, OcrSettings ocr) {
    this.decoding = decoding;
    this.concurrency = concurrency;
    this.textReader = new Tesseract(ocr);
  }

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public int concurrency() {
    return concurrency;
  }

  @Override
  public Outcome analyze(PreparedImage image, Question question, Call call) {
    try {
      Look look = CompletableFuture.supplyAsync(() -> Look.at(image.content()), decoding).get();
      Reading reading = textReader.read(look.gray());
      return new Outcome.Answered(
          new Wording(image, look, reading).depiction(),
          new Provenance(NAME, NAME, NAME, Usage.NONE, MicroDollars.ZERO),
          "");
    } catch (InterruptedException | RejectedExecutionException e) {
      return stopped(e);
    } catch (ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "a prepared picture cannot be measured", e);
      return new Outcome.Refused(
          new Failure(FailureClass.INPUT, "DAMAGED", "the prepared picture cannot be decoded"),
          Charge.NOTHING);
    }
  }

  private static Outcome stopped(Exception cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return new Outcome.Unavailable(
        new Failure(FailureClass.CAPACITY, "STOPPED", "the offline analyzer was stopped"),
        Charge.NOT_SENT);
  }
}
