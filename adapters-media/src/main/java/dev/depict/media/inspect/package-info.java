/**
 * Format, size and digest of a picture from its bytes alone.
 *
 * <p>One small reader per format walks the file's structure to its end, so that a picture that is
 * cut off is found at the door and not by a decoder later. Nothing is decoded.
 */
package dev.depict.media.inspect;
