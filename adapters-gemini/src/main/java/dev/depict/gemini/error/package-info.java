/** What comes back instead of an answer, and which class of failure it is. */
package dev.depict.gemini.error;
