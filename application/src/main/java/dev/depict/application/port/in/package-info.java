/** What callers can ask of Depict. One interface, one verb. */
package dev.depict.application.port.in;
