package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.dashboard.Health.Check;
import io.turnout.adapters.http.dashboard.Trouble.Severity;
import io.turnout.adapters.http.operator.LicensesView.LicenseSourceRow;
import io.turnout.adapters.http.operator.OrgsView.ConnectedOrg;
import io.turnout.application.delivery.Arrears;
import io.turnout.domain.hosting.HostState;
import io.turnout.domain.hosting.VanityHost;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What of all that is known of the house wants a person.
final class Attention {
    /// What waits longer than a minute does not leave as it should.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Attention() {}

    static List<Trouble> of(
            List<Check> health,
            List<Arrears.OfOrg> arrears,
            List<ConnectedOrg> orgs,
            List<LicenseSourceRow> licences,
            List<VanityHost> hosts,
            Instant now) {
        return Stream.of(
                        health.stream().filter(one -> !one.sound()).map(Attention::ill),
                        arrears.stream().flatMap(one -> owed(one, now)),
                        orgs.stream().flatMap(one -> found(one).stream()),
                        licences.stream().flatMap(one -> silent(one).stream()),
                        hosts.stream()
                                .filter(host -> host.state() == HostState.CLOSED)
                                .map(Attention::closed))
                .flatMap(some -> some)
                .sorted(Comparator.comparing(Trouble::severity))
                .toList();
    }

    private static Trouble ill(Check check) {
        return new Trouble(
                Severity.BAD,
                "this instance",
                "The check “" + check.name() + "” failed",
                Optional.empty(),
                "/operator",
                "see the log");
    }

    private static Stream<Trouble> owed(Arrears.OfOrg owed, Instant now) {
        String org = owed.org().value();
        Stream.Builder<Trouble> found = Stream.builder();
        Optional<String> since = owed.oldest().map(Instant::toString);
        if (owed.heldBack().isPresent()) {
            found.add(
                    new Trouble(
                            Severity.BAD,
                            org,
                            "Nothing leaves: " + owed.heldBack().get(),
                            since,
                            "/operator/orgs/" + org,
                            "see the organisation"));
        } else if (owed.oldest().filter(at -> at.isBefore(now.minus(PATIENCE))).isPresent()) {
            found.add(
                    new Trouble(
                            Severity.WARN,
                            org,
                            owed.waiting() + " waiting for Salesforce, the oldest too long",
                            since,
                            "/operator/orgs/" + org,
                            "see the organisation"));
        }
        if (owed.setAside() > 0) {
            found.add(
                    new Trouble(
                            Severity.WARN,
                            org,
                            owed.setAside() + " set aside: Salesforce refused them",
                            Optional.empty(),
                            "/operator/orgs/" + org + "/set-aside",
                            "see why, and replay"));
        }
        return found.build();
    }

    private static Optional<Trouble> found(ConnectedOrg org) {
        String path = "/operator/orgs/" + org.org();
        Optional<String> since = Optional.ofNullable(org.checkedAt());
        return switch (org.state()) {
            case "unanswered" ->
                    Optional.of(
                            new Trouble(
                                    Severity.BAD,
                                    org.org(),
                                    "Its Salesforce cannot be looked at",
                                    since,
                                    path,
                                    "test the connection"));
            case "findings" ->
                    Optional.of(
                            new Trouble(
                                    Severity.WARN,
                                    org.org(),
                                    org.findings() + " findings: not as its mapping says",
                                    since,
                                    path,
                                    "see the findings"));
            default -> Optional.empty();
        };
    }

    private static Optional<Trouble> silent(LicenseSourceRow source) {
        if (source.failure() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Trouble(
                        Severity.WARN,
                        source.vendor(),
                        "The source of licences does not answer; the last word holds",
                        Optional.ofNullable(source.lastSuccess()),
                        "/operator/licences",
                        "see the licences"));
    }

    private static Trouble closed(VanityHost host) {
        return new Trouble(
                Severity.NOTE,
                host.name().value(),
                "This host is closed: visitors are told so",
                Optional.empty(),
                "/operator/hosts",
                "see the hosts");
    }
}
