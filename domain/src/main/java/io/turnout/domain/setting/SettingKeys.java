package io.turnout.domain.setting;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that may be changed while the house runs, in one list. An instance reads it when it
/// starts, so that each takes effect as instances are replaced.
public final class SettingKeys {
    public static final String DATABASE_URL = "TURNOUT_DATABASE_URL";
    public static final String POOL_SIZE = "TURNOUT_POOL_SIZE";
    public static final String POOL_MIN = "TURNOUT_POOL_MIN";
    public static final String CONNECTION_WAIT = "TURNOUT_CONNECTION_WAIT";
    public static final String CONNECT_SECONDS = "TURNOUT_CONNECT_SECONDS";
    public static final String SOCKET_SECONDS = "TURNOUT_SOCKET_SECONDS";
    public static final String STATEMENT_TIMEOUT = "TURNOUT_STATEMENT_TIMEOUT";
    public static final String REDIS_URL = "TURNOUT_REDIS_URL";
    public static final String UNLEASH_URL = "TURNOUT_UNLEASH_URL";
    public static final String CONFIRM_WITHIN = "TURNOUT_CONFIRM_WITHIN";
    static final String PATIENCE = "TURNOUT_ADMISSION_PATIENCE";
    static final String LIMIT = "TURNOUT_ADMISSION_LIMIT";
    static final String PACE_MIN = "TURNOUT_ROOM_PACE_MIN";
    static final String PACE_MAX = "TURNOUT_ROOM_PACE_MAX";
    static final String INSTANCES_MIN = "TURNOUT_INSTANCES_MIN";
    public static final String INSTANCES_MAX = "TURNOUT_INSTANCES_MAX";

    private static final String STORAGE = "storage";
    private static final String TRAFFIC = "traffic";
    private static final String DELIVERY = "delivery";
    private static final String OPERATIONS = "operations";
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long MILLION = 1_000_000;

    private SettingKeys() {}

    public static final List<SettingKey> ALL =
            Stream.of(storage(), traffic(), delivery(), operations())
                    .flatMap(List::stream)
                    .toList();

    public static Optional<SettingKey> find(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /// What holds, given what is said.
    public static Map<String, String> effective(Map<String, String> said) {
        Map<String, String> values = new HashMap<>();
        for (SettingKey key : ALL) {
            String value = said.getOrDefault(key.name(), key.usual());
            if (!value.isEmpty()) {
                values.put(key.name(), value);
            }
        }
        return values;
    }

    private static List<SettingKey> storage() {
        return List.of(
                guarded(
                        DATABASE_URL,
                        new SettingKind.Address(Set.of("jdbc:postgresql")),
                        "",
                        "Where the database is. What is kept there has to be the same."),
                new SettingKey(
                        "TURNOUT_DATABASE_PASSWORD",
                        new SettingKind.Secret(),
                        "",
                        STORAGE,
                        true,
                        "What the database lets us in by."),
                guarded(
                        POOL_SIZE,
                        new SettingKind.Whole(1, 200),
                        "16",
                        "How many connections an instance has to the database at most."),
                guarded(
                        POOL_MIN,
                        new SettingKind.Whole(0, 200),
                        "2",
                        "How many connections an instance keeps at rest."),
                guarded(
                        CONNECTION_WAIT,
                        new SettingKind.Span(MILLI, Duration.ofSeconds(30)),
                        "1s",
                        "How long a request waits for a connection of the pool."),
                guarded(
                        CONNECT_SECONDS,
                        new SettingKind.Whole(1, 30),
                        "2",
                        "How many seconds the database has to take up a connection."),
                guarded(
                        SOCKET_SECONDS,
                        new SettingKind.Whole(6, 300),
                        "10",
                        "After how many silent seconds a connection is given up."),
                guarded(
                        STATEMENT_TIMEOUT,
                        new SettingKind.Span(MILLI, Duration.ofSeconds(60)),
                        "5s",
                        "How long one statement may take in the database."),
                guarded(
                        REDIS_URL,
                        new SettingKind.Address(Set.of("redis", "rediss")),
                        "",
                        "Where instances share what they remember."));
    }

    private static SettingKey guarded(String name, SettingKind kind, String usual, String purpose) {
        return new SettingKey(name, kind, usual, STORAGE, true, purpose);
    }

    private static List<SettingKey> traffic() {
        return List.of(
                traffic(
                        "TURNOUT_ADMISSION_QUEUE",
                        new SettingKind.Whole(1, 100_000),
                        "4096",
                        "How many may wait for a decision on an instance."),
                traffic(
                        "TURNOUT_ADMISSION_WRITERS",
                        new SettingKind.Whole(1, 8),
                        "2",
                        "How many decide at once on an instance."),
                traffic(
                        PATIENCE,
                        new SettingKind.Span(MILLI, MINUTE),
                        "2s",
                        "How long somebody waits for their turn before they are told to retry."),
                traffic(
                        LIMIT,
                        new SettingKind.Span(MILLI, MINUTE),
                        "10s",
                        "How long somebody waits for their answer at most."),
                traffic(
                        "TURNOUT_ADDRESS_QUOTA",
                        new SettingKind.Whole(1, MILLION),
                        "3000",
                        "How much one address may ask in a window."),
                traffic(
                        "TURNOUT_ADDRESS_WINDOW",
                        new SettingKind.Span(Duration.ofSeconds(1), Duration.ofHours(1)),
                        "60s",
                        "The window of the quota of an address."),
                traffic(
                        "TURNOUT_ORG_QUOTA",
                        new SettingKind.Whole(1, MILLION),
                        "30000",
                        "How much one organisation may ask in a window."),
                traffic(
                        "TURNOUT_ORG_WINDOW",
                        new SettingKind.Span(Duration.ofSeconds(1), Duration.ofHours(1)),
                        "60s",
                        "The window of the quota of an organisation."),
                traffic(
                        "TURNOUT_ROOM_CROWD",
                        new SettingKind.Whole(1, MILLION),
                        "1024",
                        "From how many who wait a waiting room opens by itself."),
                traffic(
                        PACE_MIN,
                        new SettingKind.Whole(1, 100_000),
                        "5",
                        "How many visitors a second a waiting room calls at least."),
                traffic(
                        PACE_MAX,
                        new SettingKind.Whole(1, 100_000),
                        "1000",
                        "How many visitors a second a waiting room calls at most."),
                traffic(
                        "TURNOUT_WAITLIST_MAX",
                        new SettingKind.Whole(0, 100_000),
                        "10000",
                        "How many groups may wait for seats at an event."),
                traffic(
                        "TURNOUT_WAITLIST_OFFER",
                        new SettingKind.Span(Duration.ofMinutes(15), Duration.ofDays(30)),
                        "24h",
                        "How long an offer of seats runs when the event is far off."));
    }

    private static SettingKey traffic(String name, SettingKind kind, String usual, String purpose) {
        return new SettingKey(name, kind, usual, TRAFFIC, false, purpose);
    }

    private static List<SettingKey> delivery() {
        return List.of(
                new SettingKey(
                        "TURNOUT_RELAY_PACE",
                        new SettingKind.Span(Duration.ZERO, MINUTE),
                        "2s",
                        DELIVERY,
                        false,
                        "How long after a call an event's next call to Salesforce waits."),
                new SettingKey(
                        "TURNOUT_BUDGET_SHARE",
                        new SettingKind.Part(1, 1000),
                        "0.2",
                        DELIVERY,
                        true,
                        "Which part of an organisation's calls is ours."),
                new SettingKey(
                        UNLEASH_URL,
                        new SettingKind.Address(Set.of("https", "http")),
                        "",
                        DELIVERY,
                        true,
                        "Where the server of flags is."));
    }

    private static List<SettingKey> operations() {
        return List.of(
                new SettingKey(
                        "TURNOUT_RETENTION",
                        new SettingKind.Span(Duration.ofDays(8), Duration.ofDays(36_500)),
                        "36500d",
                        "privacy",
                        true,
                        "How long registrations are kept after the end of their event."),
                new SettingKey(
                        "TURNOUT_DRAIN",
                        new SettingKind.Span(Duration.ZERO, Duration.ofMinutes(2)),
                        "10s",
                        OPERATIONS,
                        false,
                        "How long an instance that is told to stop goes on answering."),
                new SettingKey(
                        "TURNOUT_LOG_LEVEL",
                        new SettingKind.Choice(Set.of("DEBUG", "INFO", "WARN", "ERROR")),
                        "INFO",
                        OPERATIONS,
                        false,
                        "How much is logged."),
                new SettingKey(
                        "TURNOUT_AFFINITY",
                        new SettingKind.Choice(Set.of("sticky", "free", "as-it-is")),
                        "as-it-is",
                        OPERATIONS,
                        false,
                        "Whether the front sends a visitor to the same instance again."),
                new SettingKey(
                        INSTANCES_MIN,
                        new SettingKind.Whole(1, 500),
                        "2",
                        OPERATIONS,
                        true,
                        "How many instances run at least."),
                new SettingKey(
                        INSTANCES_MAX,
                        new SettingKind.Whole(1, 500),
                        "10",
                        OPERATIONS,
                        true,
                        "How many instances run at most."),
                new SettingKey(
                        CONFIRM_WITHIN,
                        new SettingKind.Span(MINUTE, DAY),
                        "10m",
                        OPERATIONS,
                        true,
                        "Within which time a change has to be confirmed, or it is taken back."));
    }
}
