/** The pictures that were sent: their facts, and the number drawn into them. */
package dev.depict.emulator.picture;
