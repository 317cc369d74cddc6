/** The connections to the provider, one set for each key. */
package dev.depict.gemini.http;
