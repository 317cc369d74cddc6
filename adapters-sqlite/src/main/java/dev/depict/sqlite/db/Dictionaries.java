package dev.depict.sqlite.db;

import dev.depict.domain.quota.QuotaKey;
import java.sql.SQLException;

/**
 * All dictionaries of one database.
 *
 * @param names principals and nodes
 */
public record Dictionaries(
    Dictionary<String> names, Dictionary<QuotaKey> quotas, Dictionary<Profile> profiles) {

  /** Reads them. */
  public static Dictionaries load(Sql sql) throws SQLException {
    return new Dictionaries(
        new Dictionary<>(sql.all("SELECT name FROM name ORDER BY ordinal", row -> row.text(1))),
        new Dictionary<>(
            sql.all(
                "SELECT provider, credential, model FROM quota_key ORDER BY ordinal",
                row -> new QuotaKey(row.text(1), row.text(2), row.text(3)))),
        new Dictionary<>(
            sql.all(
                """
                SELECT provider, requested_model, language, resolution, preparation,
                  instruction_version, schema_version
                FROM profile ORDER BY ordinal
                """,
                row ->
                    new Profile(
                        row.text(1),
                        row.maybeText(2),
                        row.text(3),
                        Codes.RESOLUTION.constant(row.number(4)),
                        row.text(5),
                        row.small(6),
                        row.small(7)))));
  }

  public long name(Sql sql, String name) throws SQLException {
    return names.ordinal(
        name,
        (ordinal, value) ->
            sql.update("INSERT INTO name (ordinal, name) VALUES (?, ?)", ordinal, value));
  }

  public long quota(Sql sql, QuotaKey key) throws SQLException {
    return quotas.ordinal(
        key,
        (ordinal, value) ->
            sql.update(
                "INSERT INTO quota_key (ordinal, provider, credential, model) VALUES (?, ?, ?, ?)",
                ordinal,
                value.provider(),
                value.credential(),
                value.model()));
  }

  public long profile(Sql sql, Profile profile) throws SQLException {
    return profiles.ordinal(
        profile,
        (ordinal, value) ->
            sql.update(
                """
                INSERT INTO profile (ordinal, provider, requested_model, language, resolution,
                  preparation, instruction_version, schema_version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ordinal,
                value.provider(),
                value.requestedModel().orElse(null),
                value.language(),
                Codes.RESOLUTION.of(value.resolution()),
                value.preparation(),
                value.instructionVersion(),
                value.schemaVersion()));
  }

  /** Takes back what is added from now on. */
  public Runnable mark() {
    int names = this.names.size();
    int quotas = this.quotas.size();
    int profiles = this.profiles.size();
    return () -> {
      this.names.shrink(names);
      this.quotas.shrink(quotas);
      this.profiles.shrink(profiles);
    };
  }
}
