package io.turnout.adapters.salesforce;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of an org's objects and fields stand in paths and queries: nothing but letters,
/// digits and underscores may get there.
final class ApiNames {
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    private ApiNames() {}

    /// Refuses an object or a field that cannot be one, and a field that holds two facts.
    static void require(String object, Stream<String> fields) {
        require(object);
        Set<String> seen = new HashSet<>();
        fields.forEach(
                field -> {
                    require(field);
                    if (!seen.add(field)) {
                        throw new IllegalArgumentException(
                                "a field of " + object + " is mapped twice: " + field);
                    }
                });
    }

    static void require(String name) {
        if (!API_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not an API name of Salesforce: " + name);
        }
    }

    static Stream<String> present(List<Optional<String>> fields) {
        return fields.stream().flatMap(Optional::stream);
    }
}
