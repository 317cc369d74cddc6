/** What goes wrong on demand. */
package dev.depict.emulator.fault;
