/**
 * Puts the parts together: one Dagger module for each thing that can be exchanged. Dagger is known
 * here and nowhere else.
 */
package dev.depict.bootstrap.wiring;
