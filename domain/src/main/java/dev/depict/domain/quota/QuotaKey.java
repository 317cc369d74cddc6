package dev.depict.domain.quota;

/**
 * What the provider counts by.
 *
 * @param provider {@code gemini}, {@code offline}
 * @param credential a name for the key in use, never the key itself; empty when none is needed
 * @param model the model that is asked
 */
public record QuotaKey(String provider, String credential, String model) {
  public QuotaKey {
    if (provider.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("a quota key names a provider and a model");
    }
  }

  @Override
  public String toString() {
    return provider + "/" + (credential.isEmpty() ? "-" : credential) + "/" + model;
  }
}
