package dev.depict.bootstrap;

/** What is said about the key of the provider. */
final class Keys {
  private static final String HOW =
      "A key is free at https://aistudio.google.com/apikey; set GEMINI_API_KEY, or gemini.api-key-file";

  static final String OFFLINE_STANDS_IN =
      "No Gemini key: the offline analyzer describes the pictures (format, colours, and their text by"
          + " Tesseract when installed). "
          + HOW
          + ".";

  static final String TASKS_WAIT =
      "No Gemini key: tasks are stored and wait, unless they ask for the model 'offline'. "
          + HOW
          + ", and start again; or start with --analyzer offline to describe pictures on this machine.";

  private Keys() {}
}
