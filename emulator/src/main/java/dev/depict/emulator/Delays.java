package dev.depict.emulator;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The delays in force. Safe for concurrent use. */
final class Delays {
  private final RandomGenerator random;
  private volatile Delay network;
  private volatile Delay thinking;

  Delays(RandomGenerator random, Delay network, Delay thinking) {
    this.random = random;
    this.network = network;
    this.thinking = thinking;
  }

  void network(Delay delay) {
    network = delay;
  }

  void thinking(Delay delay) {
    thinking = delay;
  }

  void travel() throws InterruptedException {
    pass(network);
  }

  void think() throws InterruptedException {
    pass(thinking);
  }

  private void pass(Delay delay) throws InterruptedException {
    Duration drawn = delay.draw(random);
    if (drawn.isPositive()) {
      Thread.sleep(drawn);
    }
  }
}
