package dev.depict.application.service.planted;

/** Breaks the rule. */
public final class Planted {
  com.google.genai.Client client;
}
