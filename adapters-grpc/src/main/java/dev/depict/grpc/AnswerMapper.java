package dev.depict.grpc;

import dev.depict.domain.answer.Depiction;
import dev.depict.domain.answer.Provenance;
import dev.depict.proto.v1.Answer;
import dev.depict.proto.v1.Usage;

/** Shows answers. */
final class AnswerMapper {
  private AnswerMapper() {}

  static Answer answer(dev.depict.domain.answer.Answer answer) {
    Depiction depiction = answer.depiction();
    Provenance provenance = answer.provenance();
    var mapped =
        Answer.newBuilder()
            .setName(ResourceNames.answer(answer.id()))
            .setChunk(ResourceNames.chunk(answer.id()))
            .setAltText(depiction.altText())
            .setDescription(depiction.description())
            .addAllKeywords(depiction.keywords())
            .setLanguage(depiction.language())
            .setProvider(provenance.provider())
            .setRequestedModel(provenance.modelAsked())
            .setModel(provenance.modelAnswered())
            .setUsage(usage(provenance.usage()))
            .setCostMicroUsd(provenance.cost().value())
            .setAnalyzeTime(Times.timestamp(answer.analyzeTime()));
    depiction.ocrText().ifPresent(mapped::setOcrText);
    return mapped.build();
  }

  static Usage usage(dev.depict.domain.quota.Usage usage) {
    return Usage.newBuilder()
        .setInputTokens(usage.promptTokens())
        .setOutputTokens(usage.outputTokens())
        .setThinkingTokens(usage.thinkingTokens())
        .setCachedTokens(usage.cachedTokens())
        .build();
  }
}
