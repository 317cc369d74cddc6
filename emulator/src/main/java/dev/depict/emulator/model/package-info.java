/** The models that answer, how they count and what they cost. */
package dev.depict.emulator.model;
