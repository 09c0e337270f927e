package io.turnout.adapters.http.dashboard;

import io.turnout.adapters.http.operator.Operator;
import io.turnout.adapters.http.operator.Role;
import java.util.List;
import java.util.stream.Stream;

/// Where whoever has some role can go.
public record Nav(String name, String path, List<String> roles) {
    private static final List<String> READERS = List.of(Role.MAY_READ);
    private static final List<String> RELEASES = List.of(Role.MAY_READ, Role.MAY_RELEASE);
    private static final List<String> MOVES =
            List.of(Role.MAY_READ, Role.MAY_RELEASE, Role.MAY_AUDIT);
    private static final List<String> CONFIGURES =
            List.of(Role.MAY_READ, Role.MAY_PROPOSE, Role.MAY_JUDGE, Role.MAY_AUDIT);
    private static final List<Group> ALL =
            List.of(
                    new Group(
                            "Now",
                            List.of(
                                    new Nav("Overview", "/operator", List.of(Role.MAY_ENTER)),
                                    new Nav("Outbox", "/operator/outbox", READERS),
                                    new Nav("Waiting rooms", "/operator/waiting-rooms", READERS),
                                    new Nav("Instances", InstancesPage.PLACE, CONFIGURES))),
                    new Group(
                            "Releases",
                            List.of(
                                    new Nav("Rollouts", "/operator/rollouts", RELEASES),
                                    new Nav("Calendar", "/operator/calendar", RELEASES),
                                    new Nav("Kill switches", "/operator/flags", RELEASES),
                                    new Nav("Relocations", RelocationsPage.PLACE, MOVES),
                                    new Nav("Settings", SettingsPage.PLACE, CONFIGURES))),
                    new Group(
                            "Organisations",
                            List.of(
                                    new Nav(
                                            "All organisations",
                                            "/operator/orgs",
                                            List.of(Role.MAY_READ, Role.MAY_SECURE)),
                                    new Nav("Licences", "/operator/licences", READERS),
                                    new Nav("Call budgets", "/operator/budgets", READERS),
                                    new Nav(
                                            "Hosts",
                                            "/operator/hosts",
                                            List.of(Role.MAY_READ, Role.MAY_SECURE)),
                                    new Nav("Links", "/operator/links", READERS))),
                    new Group(
                            "Trust",
                            List.of(
                                    new Nav(
                                            "Erasures",
                                            "/operator/erasures",
                                            List.of(Role.MAY_SECURE)),
                                    new Nav(
                                            "Retention",
                                            "/operator/retention",
                                            List.of(Role.MAY_READ, Role.MAY_SECURE)),
                                    new Nav(
                                            "Audit trail",
                                            "/operator/audit",
                                            List.of(Role.MAY_AUDIT)),
                                    new Nav(
                                            "Who is signed in",
                                            "/operator/sessions",
                                            List.of(Role.MAY_SECURE)))));

    /// What belongs together.
    public record Group(String name, List<Nav> entries) {}

    static List<Group> of(Operator operator) {
        return ALL.stream()
                .map(group -> new Group(group.name(), open(group.entries(), operator)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private static List<Nav> open(List<Nav> entries, Operator operator) {
        return entries.stream()
                .filter(entry -> entry.roles().stream().anyMatch(operator::is))
                .toList();
    }

    /// Whether the page at `path` is this one or under it.
    public boolean leadsTo(String here) {
        return Stream.of(here, here + "/")
                .anyMatch(
                        place ->
                                place.equals(path)
                                        || (place.startsWith(path + "/")
                                                && !path.equals("/operator")));
    }
}
