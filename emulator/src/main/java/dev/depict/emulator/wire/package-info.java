/**
 * Gemini's JSON: requests read strictly, answers and errors written as the provider writes them.
 */
package dev.depict.emulator.wire;
