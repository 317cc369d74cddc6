/** Finds what nobody needs any more. */
package dev.depict.sqlite.clean;
