/**
 * The copy of a picture that a provider may see: upright, not too large, and made from pixels
 * alone, so that no metadata can come along.
 *
 * <p>The way of a picture: {@code Decoder} (subsampled while reading) → {@code Pixels} (sRGB) →
 * {@code Fitting} (the longer side) → {@code Orientation} (upright) → {@code Encoder}.
 */
package dev.depict.media.prepare;
