/** The one thread that writes, its group commit, and the checkpoints behind it. */
package dev.depict.sqlite.writer;
