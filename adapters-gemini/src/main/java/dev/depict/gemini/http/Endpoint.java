package dev.depict.gemini.http;

import java.net.URI;
import java.time.Duration;

/**
 * Where the provider is, and how to reach it.
 *
 * @param baseUrl without the API version
 * @param timeout of a whole call
 * @param connectTimeout of the part of it before anything is sent
 * @param connections kept open while idle, at most
 */
public record Endpoint(URI baseUrl, Duration timeout, Duration connectTimeout, int connections) {}
