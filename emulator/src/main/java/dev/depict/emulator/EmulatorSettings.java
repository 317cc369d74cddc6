package dev.depict.emulator;

import dev.depict.emulator.model.GeminiModel;
import dev.depict.emulator.quota.Limits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * How an emulator is to behave.
 *
 * @param listen where; port 0 takes a free one
 * @param clock what the limits go by; delays are real whatever it says
 * @param keys the API keys that are right; none named: any key
 * @param models those that answer
 * @param limits of each key on each model
 * @param network between sending and being counted
 * @param thinking between being counted and the answer
 * @param seed of all randomness: delays, faults, ids
 * @param cachedTokens how many tokens of a prompt are said to come from a cache
 * @param keepsSent whether what was sent is kept, pictures included; facts always are
 */
public record EmulatorSettings(
    InetSocketAddress listen,
    InstantSource clock,
    Set<String> keys,
    List<GeminiModel> models,
    Limits limits,
    Delay network,
    Delay thinking,
    long seed,
    long cachedTokens,
    boolean keepsSent) {
  public EmulatorSettings {
    keys = Set.copyOf(keys);
    models = List.copyOf(models);
  }

  /** On a free port of this machine alone: any key, all known models, no limits, no delays. */
  public static EmulatorSettings of(InstantSource clock) {
    return new EmulatorSettings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        clock,
        Set.of(),
        GeminiModel.known(),
        Limits.none(),
        Delay.none(),
        Delay.none(),
        1,
        0,
        false);
  }

  public EmulatorSettings withListen(InetSocketAddress address) {
    return new EmulatorSettings(
        address, clock, keys, models, limits, network, thinking, seed, cachedTokens, keepsSent);
  }

  public EmulatorSettings withKeys(String... right) {
    return new EmulatorSettings(
        listen,
        clock,
        Set.of(right),
        models,
        limits,
        network,
        thinking,
        seed,
        cachedTokens,
        keepsSent);
  }

  public EmulatorSettings withModels(List<GeminiModel> answering) {
    return new EmulatorSettings(
        listen, clock, keys, answering, limits, network, thinking, seed, cachedTokens, keepsSent);
  }

  public EmulatorSettings withLimits(Limits counted) {
    return new EmulatorSettings(
        listen, clock, keys, models, counted, network, thinking, seed, cachedTokens, keepsSent);
  }

  public EmulatorSettings withNetwork(Delay delay) {
    return new EmulatorSettings(
        listen, clock, keys, models, limits, delay, thinking, seed, cachedTokens, keepsSent);
  }

  public EmulatorSettings withThinking(Delay delay) {
    return new EmulatorSettings(
        listen, clock, keys, models, limits, network, delay, seed, cachedTokens, keepsSent);
  }

  /** The same with answers that take always as long. */
  public EmulatorSettings withThinking(Duration delay) {
    return withThinking(Delay.fixed(delay));
  }

  public EmulatorSettings withSeed(long number) {
    return new EmulatorSettings(
        listen, clock, keys, models, limits, network, thinking, number, cachedTokens, keepsSent);
  }

  public EmulatorSettings withCachedTokens(long tokens) {
    return new EmulatorSettings(
        listen, clock, keys, models, limits, network, thinking, seed, tokens, keepsSent);
  }

  /** The same, keeping what was sent. */
  public EmulatorSettings keepingSent() {
    return new EmulatorSettings(
        listen, clock, keys, models, limits, network, thinking, seed, cachedTokens, true);
  }
}
