/** What arrived and what became of it. */
package dev.depict.emulator.book;
