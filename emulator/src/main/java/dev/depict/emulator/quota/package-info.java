/** The limits on requests and tokens, and the ways of counting them. */
package dev.depict.emulator.quota;
