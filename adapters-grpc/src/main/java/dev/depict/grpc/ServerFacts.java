package dev.depict.grpc;

import java.time.Instant;

/**
 * What the server tells about itself.
 *
 * @param version of the program
 * @param instance this start of it, as attempts name it
 * @param dataFolder absolute path of the data folder
 */
public record ServerFacts(String version, String instance, String dataFolder, Instant startTime) {}
