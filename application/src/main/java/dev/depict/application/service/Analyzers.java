package dev.depict.application.service;

import dev.depict.application.port.in.ControlQueue.AnalyzerState;
import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.media.Media;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answers: the analyzers at hand, and the model asked when the caller names none. */
public final class Analyzers {
  /** The provider, and the model, that describes a picture without a network. */
  public static final String OFFLINE = "offline";

  private final Map<String, ImageAnalyzer> byProvider;
  private final QuotaKey configured;

  /**
   * @param configured asked when the caller names no model; its provider need not be at hand, its
   *     tasks wait then
   */
  public Analyzers(List<ImageAnalyzer> analyzers, QuotaKey configured) {
    this.byProvider =
        analyzers.stream().collect(Collectors.toMap(ImageAnalyzer::provider, Function.identity()));
    this.configured = configured;
  }

  /**
   * Whose quota a task for this model draws on.
   *
   * @throws InvalidRequest when nobody can ever answer for the model
   */
  public QuotaKey route(Optional<String> requestedModel) {
    String model = requestedModel.orElse(configured.model());
    if (model.equals(configured.model())) {
      return configured;
    }
    if (model.equals(OFFLINE)) {
      return new QuotaKey(OFFLINE, "", OFFLINE);
    }
    if (configured.provider().equals(OFFLINE)) {
      throw new InvalidRequest(
          "model",
          "'%s' needs a key, and this server has none; ask for 'offline' or leave the model out"
              .formatted(model));
    }
    return new QuotaKey(configured.provider(), configured.credential(), model);
  }

  /** What a call is expected to take. */
  public Estimate estimate(QuotaKey key, Media media) {
    return Estimate.free(key);
  }

  /** The analyzer of a provider, if it is at hand. */
  public Optional<ImageAnalyzer> of(String provider) {
    return Optional.ofNullable(byProvider.get(provider));
  }

  /** All of them, the configured one first, whether it is at hand or not. */
  public List<AnalyzerState> states() {
    Stream<String> others =
        byProvider.keySet().stream().filter(name -> !name.equals(configured.provider())).sorted();
    return Stream.concat(Stream.of(configured.provider()), others).map(this::state).toList();
  }

  private AnalyzerState state(String provider) {
    String model = provider.equals(configured.provider()) ? configured.model() : provider;
    return new AnalyzerState(provider, model, byProvider.containsKey(provider));
  }
}
