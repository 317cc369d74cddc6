/** The entry: arguments in, exit code out. */
package dev.depict.cli;
