package dev.depict.grpc.access;

/**
 * Somebody who has shown who he is.
 *
 * @param name whom his tasks belong to
 */
public record Caller(String name, Scope scope) {}
