/** What becomes of calls on demand: what goes wrong, and what is answered. */
package dev.depict.emulator.fault;
