/** What is sent: the instruction, the picture, and the caller's words as data apart from it. */
package dev.depict.gemini.request;
