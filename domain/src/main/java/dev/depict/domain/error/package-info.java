/** The mistakes a caller can make: one exception tree, each with the fields that explain it. */
package dev.depict.domain.error;
