/** Connections, statements, migrations, and the form in which values are stored. */
package dev.depict.sqlite.db;
