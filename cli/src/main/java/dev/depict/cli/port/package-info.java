/** What the commands need from whoever starts them, and what they hand back. */
package dev.depict.cli.port;
