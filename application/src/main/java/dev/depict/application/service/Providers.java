package dev.depict.application.service;

import dev.depict.application.port.in.ControlQueue.AnalyzerState;
import dev.depict.domain.error.InvalidRequest;
import dev.depict.domain.quota.QuotaKey;
import dev.depict.domain.task.WaitReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answers, and the model asked when the caller names none. */
public final class Providers {
  /** The provider, and the model, that describes a picture without a network. */
  public static final String OFFLINE = "offline";

  private final Map<String, Provider> byName;
  private final QuotaKey configured;

  /**
   * @param configured asked when the caller names no model
   */
  public Providers(List<Provider> providers, QuotaKey configured) {
    this.byName = providers.stream().collect(Collectors.toMap(Provider::name, Function.identity()));
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
      return keyOf(OFFLINE);
    }
    if (configured.provider().equals(OFFLINE)) {
      throw new InvalidRequest(
          "model",
          "'%s' needs a key, and this server works without one; ask for 'offline' or leave the model out"
              .formatted(model));
    }
    return new QuotaKey(configured.provider(), configured.credential(), model);
  }

  /** The provider of that name, if it is there. */
  public Optional<Provider> of(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Provider> all() {
    return byName.values();
  }

  /** The model asked when the caller names none, and whose quota it draws on. */
  QuotaKey configured() {
    return configured;
  }

  /** All of them, the configured one first, whether it is there or not. */
  List<AnalyzerState> states() {
    Stream<String> others =
        byName.keySet().stream().filter(name -> !name.equals(configured.provider())).sorted();
    return Stream.concat(Stream.of(configured.provider()), others)
        .flatMap(name -> of(name).map(this::state).stream())
        .toList();
  }

  private AnalyzerState state(Provider provider) {
    QuotaKey key = keyOf(provider.name());
    boolean atHand =
        provider
            .limiter()
            .state(key)
            .filter(reason -> reason.kind() == WaitReason.Kind.NO_ANALYZER)
            .isEmpty();
    return new AnalyzerState(provider.name(), key.model(), atHand, provider.gauge().circuit(key));
  }

  private QuotaKey keyOf(String provider) {
    return provider.equals(configured.provider())
        ? configured
        : new QuotaKey(provider, "", provider);
  }
}
