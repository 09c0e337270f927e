package io.turnout.adapters.http.crossing;

import io.turnout.domain.relocation.Home;
import io.turnout.domain.relocation.StackName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an org is at home, as one stack tells another: `Org-Home: <stack>;epoch=<n>`.
final class HomeHeader {
    static final String NAME = "Org-Home";

    private static final Pattern TOLD = Pattern.compile("([a-z0-9-]{1,40});epoch=([0-9]{1,18})");

    private HomeHeader() {}

    static String write(Home home) {
        return home.stack() + ";epoch=" + home.epoch();
    }

    static Optional<Home> read(Map<String, List<String>> headers) {
        return headers.getOrDefault(NAME, List.of()).stream()
                .map(TOLD::matcher)
                .filter(Matcher::matches)
                .map(told -> new Home(new StackName(told.group(1)), Long.parseLong(told.group(2))))
                .findFirst();
    }
}
