package dev.depict.grpc.planted;

/** Breaks the rule. */
public final class Planted {
  java.awt.image.BufferedImage image;
}
