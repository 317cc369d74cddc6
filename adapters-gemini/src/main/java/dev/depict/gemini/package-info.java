/** Google Gemini: who answers, what its models are like, and the key it is asked with. */
package dev.depict.gemini;
