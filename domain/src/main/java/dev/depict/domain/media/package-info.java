/** The bytes of one picture and the facts read from them. */
package dev.depict.domain.media;
