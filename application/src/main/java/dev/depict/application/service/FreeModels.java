package dev.depict.application.service;

import dev.depict.application.port.out.ModelCatalogue;
import dev.depict.domain.media.Media;
import dev.depict.domain.question.Question;
import dev.depict.domain.quota.Estimate;
import dev.depict.domain.quota.QuotaKey;
import java.util.Collection;
import java.util.List;

/** The models of a provider that counts nothing and costs nothing. */
final class FreeModels implements ModelCatalogue {
  @Override
  public Expectation expect(QuotaKey key, Media media, Question question) {
    return new Expectation(Estimate.free(key), 0, true);
  }

  @Override
  public List<Warning> warnings(Collection<String> models) {
    return List.of();
  }
}
