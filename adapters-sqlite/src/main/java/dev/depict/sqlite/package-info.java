/** The way in: one data folder opened, and a port for each thing it keeps. */
package dev.depict.sqlite;
