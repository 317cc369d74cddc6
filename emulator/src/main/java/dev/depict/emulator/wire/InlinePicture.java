package dev.depict.emulator.wire;

/** A picture inside a request. */
public record InlinePicture(String mimeType, byte[] content) {}
