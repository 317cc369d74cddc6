package dev.depict.cli.ingest;

import dev.depict.cli.text.Waits;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What a run shows itself with, and its sources of time and chance. */
record Run(
    InstantSource clock, RandomGenerator random, Waits waits, Screen screen, Progress progress) {}
