package dev.depict.testkit.analyzer;

import dev.depict.application.port.out.ImageAnalyzer;
import dev.depict.testkit.contract.ImageAnalyzerContract;

final class ScriptedAnalyzerContractTest extends ImageAnalyzerContract {
  private final ScriptedAnalyzer analyzer = new ScriptedAnalyzer("scripted");

  @Override
  protected ImageAnalyzer analyzer() {
    return analyzer;
  }

  @Override
  protected String model() {
    return "model-a";
  }
}
