/** The packaged server as its clients meet it: over a socket, from a process of their own. */
package dev.depict.benchmarks.face;
