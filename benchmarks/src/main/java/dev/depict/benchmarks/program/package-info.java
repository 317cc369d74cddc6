/** The packaged program as a process of its own. */
package dev.depict.benchmarks.program;
