/** The storage ports in memory, for tests of everything above them. */
package dev.depict.testkit.memory;
