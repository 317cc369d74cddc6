/** The files of pictures too large for a row. */
package dev.depict.sqlite.media;
