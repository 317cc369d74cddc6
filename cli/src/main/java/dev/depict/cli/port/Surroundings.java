package dev.depict.cli.port;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/**
 * What a command finds around it.
 *
 * @param zone in which times are shown
 * @param random for request ids; must differ between processes
 */
public record Surroundings(
    Terminal terminal,
    InstantSource clock,
    ZoneId zone,
    RandomGenerator random,
    Interrupts interrupts) {}
