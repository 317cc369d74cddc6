package dev.depict.sqlite.read;

/** The bytes of a picture that is a row. */
record ContentRow(byte[] content) {}
