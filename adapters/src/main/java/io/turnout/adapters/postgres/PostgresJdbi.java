package io.turnout.adapters.postgres;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;

/// JDBI as the rooms of this package expect it.
public final class PostgresJdbi {
    private PostgresJdbi() {}

    public static Jdbi over(DataSource source) {
        return prepare(Jdbi.create(source));
    }

    /// Teaches a JDBI that somebody else made what PostgreSQL calls things. Our SQL is no template:
    /// the engine that looks for placeholders would take every statement apart each time it runs.
    public static Jdbi prepare(Jdbi jdbi) {
        return jdbi.installPlugin(new PostgresPlugin()).setTemplateEngine(TemplateEngine.NOP);
    }
}
