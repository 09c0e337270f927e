package io.turnout.adapters.salesforce;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a query. Names are checked to be names and values are quoted, so that nothing
/// which settings or records say can become a part of the query.
record Soql(String text) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    static Soql select(Collection<String> fields, String object) {
        String columns = fields.stream().map(Soql::name).collect(Collectors.joining(", "));
        return new Soql("SELECT " + columns + " FROM " + name(object));
    }

    Soql where(String condition) {
        return condition.isEmpty() ? this : new Soql(text + " WHERE " + condition);
    }

    Soql orderBy(String order, int limit) {
        return new Soql(text + " ORDER BY " + order + " LIMIT " + limit);
    }

    Soql orderBy(String order) {
        return new Soql(text + " ORDER BY " + order);
    }

    static String in(String field, List<String> values) {
        return name(field)
                + " IN ("
                + values.stream().map(Soql::quoted).collect(Collectors.joining(","))
                + ")";
    }

    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an API name of Salesforce: " + name);
        }
        return name;
    }

    static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /// As a part of a URL; a blank must not become a plus sign there.
    String encoded() {
        return encoded(text);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
