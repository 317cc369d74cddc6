/**
 * Words for a picture without key and network: what can be measured in its pixels, what its camera
 * noted, and the text that Tesseract reads in it.
 *
 * <p>It names no things and no people, and says that it does not.
 */
package dev.depict.media.offline;
