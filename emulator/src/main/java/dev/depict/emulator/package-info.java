/** The server, its settings, and the program around it. */
package dev.depict.emulator;
