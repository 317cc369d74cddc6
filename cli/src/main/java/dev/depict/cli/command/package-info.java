/** The commands and their options. */
package dev.depict.cli.command;
