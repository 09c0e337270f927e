package io.turnout.adapters.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/// An argument of type `bytea[]`: the driver takes it as `byte[][]` only, which JDBI's own array
/// arguments are not.
record ByteaArray(List<?> values) implements Argument {
    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
            throws SQLException {
        byte[][] bytes = values.stream().map(byte[].class::cast).toArray(byte[][]::new);
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", bytes));
    }
}
