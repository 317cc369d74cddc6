/** Real and pretended pictures, made without an imaging library. */
package dev.depict.testkit.picture;
