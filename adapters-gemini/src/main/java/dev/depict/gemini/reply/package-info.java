/** What comes back with a 200: words, a refusal, or nothing that can be used. */
package dev.depict.gemini.reply;
