package dev.depict.emulator.book;

/**
 * What an answer took.
 *
 * @param responseId as in the answer
 */
public record Billed(TokenUsage usage, String responseId) {}
