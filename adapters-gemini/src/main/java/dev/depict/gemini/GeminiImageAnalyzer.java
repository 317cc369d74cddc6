package dev.depict.gemini;

import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.application.port.out.Outcome;
import dev.depict.application.port.out.PreparedImage;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Charge;
import dev.depict.domain.task.Failure;
import dev.depict.domain.task.FailureClass;
import dev.depict.gemini.error.Breakages;
import dev.depict.gemini.error.Discretion;
import dev.depict.gemini.error.Refusals;
import dev.depict.gemini.http.Clients;
import dev.depict.gemini.http.Endpoint;
import dev.depict.gemini.http.Sending;
import dev.depict.gemini.model.GeminiModel;
import dev.depict.gemini.reply.Asked;
import dev.depict.gemini.reply.ReplyReader;
import dev.depict.gemini.request.AnswerSchema;
import dev.depict.gemini.request.Instruction;
import dev.depict.gemini.request.RequestConfig;
import dev.depict.gemini.request.RequestContent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Describes pictures with Gemini. One call is at most one request: nothing is tried again here.
 * Each call takes the key as it stands, and ends within the timeout of the settings.
 */
public final class GeminiImageAnalyzer implements ImageAnalyzer, AutoCloseable {
  /** The name of the provider. */
  public static final String NAME = "gemini";

  /** Version of the instruction sent with each picture; part of the question. */
  public static final int INSTRUCTION_VERSION = Instruction.VERSION;

  /** Version of the shape of the answers; part of the question. */
  public static final int SCHEMA_VERSION = AnswerSchema.VERSION;

  private static final System.Logger LOG = System.getLogger(GeminiImageAnalyzer.class.getName());

  /** A caller names it, and it becomes part of a path. */
  private static final Pattern MODEL_NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_-]|\\.(?!\\.)){0,127}");

  private final GeminiSettings settings;
  private final ApiKeys keys;
  private final GeminiModels models;
  private final InstantSource clock;
  private final Clients clients;
  private final Breakages breakages;

  public GeminiImageAnalyzer(
      GeminiSettings settings, ApiKeys keys, GeminiModels models, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.models = models;
    this.clock = clock;
    this.clients =
        new Clients(
            new Endpoint(
                settings.baseUrl(),
                settings.timeout(),
                settings.connectTimeout(),
                settings.concurrency()));
    this.breakages = new Breakages(settings.baseUrl());
  }

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public int concurrency() {
    return settings.concurrency();
  }

  @Override
  public Outcome analyze(PreparedImage image, Question question, Call call) {
    if (!MODEL_NAME.matcher(call.model()).matches()) {
      return notAsked(
          FailureClass.MODEL_GONE,
          "BAD_NAME",
          "'%s' is no name of a model; name one such as gemini-3.5-flash-lite"
              .formatted(call.model()));
    }
    Optional<String> key = keys.current();
    return key.isEmpty()
        ? notAsked(FailureClass.AUTH, "NO_KEY", "there is no Gemini API key; set gemini.api-key")
        : new Discretion(key.get(), question).apply(ask(key.get(), image, question, call));
  }

  /**
   * Makes the first call as quick as later ones: opens the client of the key and goes through a
   * call, without any network. Takes up to seconds in a process that has just begun; needs not be
   * called.
   */
  public void warmUp() {
    keys.current().ifPresent(key -> clients.lease(key).close());
    GeminiModel model = models.find(Rehearsal.MODEL);
    var asked = new Asked(NAME, Rehearsal.MODEL, model.priceAt(clock.instant()), "en");
    var _ = Rehearsal.run(clients, model, asked);
  }

  /** Closes the connections once the calls under way have ended. */
  @Override
  public void close() {
    clients.close();
  }

  private Outcome ask(String key, PreparedImage image, Question question, Call call) {
    GeminiModel model = models.find(call.model());
    Content content = RequestContent.of(image, question);
    GenerateContentConfig config = RequestConfig.of(model, question, call.longer());
    try (Clients.Lease lease = clients.lease(key)) {
      var asked =
          new Asked(NAME, call.model(), model.priceAt(clock.instant()), question.language());
      GenerateContentResponse response =
          Sending.told(
              call.sent(),
              () -> lease.client().models.generateContent(call.model(), content, config));
      Outcome outcome = ReplyReader.read(response, asked);
      if (outcome instanceof Outcome.Answered answered) {
        models.learn(image.original(), question, answered.provenance());
      }
      return outcome;
    } catch (ApiException refusal) {
      return Refusals.outcome(refusal);
    } catch (GenAiIOException breakage) {
      return breakages.outcome(breakage);
    } catch (ClassCastException | IllegalArgumentException unexpected) {
      // The client's way to say that JSON is of another shape than it thought.
      LOG.log(
          System.Logger.Level.WARNING,
          "a response of Gemini cannot be read: {0}",
          unexpected.getClass().getSimpleName());
      return Breakages.unreadable();
    }
  }

  private static Outcome notAsked(FailureClass failureClass, String code, String words) {
    return new Outcome.Refused(new Failure(failureClass, code, words), Charge.NOT_SENT);
  }
}
