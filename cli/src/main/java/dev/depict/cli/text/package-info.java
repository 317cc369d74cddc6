/** Plain text fit for people: tables, widths, times, amounts. */
package dev.depict.cli.text;
