/** The use cases and the dispatcher, written against ports alone. */
package dev.depict.application.service;
