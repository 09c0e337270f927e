package io.turnout.application.setting;

import io.turnout.domain.setting.Edits;
import io.turnout.domain.setting.SettingKey;
import io.turnout.domain.setting.SettingKeys;
import io.turnout.domain.setting.SettingKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// Which settings are sound, said a second time: bounds by big numbers, addresses by the parser of
/// the JDK.
final class SettingOracle {
    private SettingOracle() {}

    static boolean isSound(Map<String, String> after, Edits edits) {
        boolean known =
                edits.values().keySet().stream()
                        .allMatch(
                                name ->
                                        SettingKeys.ALL.stream()
                                                .anyMatch(key -> key.name().equals(name)));
        return known
                && edits.values().keySet().stream().noneMatch(name -> name.endsWith("PASSWORD"))
                && after.containsKey(SettingKeys.DATABASE_URL)
                && SettingKeys.ALL.stream()
                        .allMatch(
                                key ->
                                        !after.containsKey(key.name())
                                                || fits(key, after.get(key.name())))
                && ordered(after);
    }

    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private static boolean fits(SettingKey key, String value) {
        try {
            return switch (key.kind()) {
                case SettingKind.Whole(var min, var max) ->
                        between(min, new BigInteger(ascii(value)).toString(), max)
                                && new BigInteger(value).toString().equals(value);
                case SettingKind.Part(var min, var max) ->
                        new BigDecimal(ascii(value))
                                                .multiply(BigDecimal.valueOf(1000))
                                                .compareTo(BigDecimal.valueOf(min))
                                        >= 0
                                && new BigDecimal(value).compareTo(BigDecimal.valueOf(max, 3)) <= 0;
                case SettingKind.Span(var min, var max) ->
                        between(min.toMillis(), Long.toString(millis(value)), max.toMillis());
                case SettingKind.Choice(var options) -> options.contains(value);
                case SettingKind.Address(var schemes) -> leadsSomewhere(value, schemes);
                case SettingKind.Secret() -> false;
            };
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static String ascii(String value) {
        if (value.chars().anyMatch(c -> c > '9' || c < '.' || c == '/')) {
            throw new NumberFormatException();
        }
        return value;
    }

    private static boolean between(long min, String value, long max) {
        return new BigInteger(value).compareTo(BigInteger.valueOf(min)) >= 0
                && new BigInteger(value).compareTo(BigInteger.valueOf(max)) <= 0;
    }

    private static long millis(String value) {
        int letters = 0;
        while (letters < value.length()
                && value.charAt(letters) >= '0'
                && value.charAt(letters) <= '9') {
            letters++;
        }
        Long unit = MILLIS.get(value.substring(letters));
        if (unit == null) {
            throw new IllegalArgumentException();
        }
        return Math.multiplyExact(Long.parseLong(value.substring(0, letters)), unit);
    }

    private static boolean leadsSomewhere(String value, Set<String> schemes) {
        boolean jdbc = value.startsWith("jdbc:");
        URI address = URI.create(jdbc ? value.substring(5) : value);
        String host = String.valueOf(address.getHost());
        return schemes.contains((jdbc ? "jdbc:" : "") + address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && !host.startsWith("169.254.")
                && !host.startsWith("metadata.")
                && address.getPort() <= 65_535
                && (address.getQuery() == null || address.getQuery().startsWith("sslmode="));
    }

    private static boolean ordered(Map<String, String> after) {
        Map<String, String> all = SettingKeys.effective(after);
        return number(all, "POOL_MIN") <= number(all, "POOL_SIZE")
                && number(all, "ROOM_PACE_MIN") <= number(all, "ROOM_PACE_MAX")
                && number(all, "INSTANCES_MIN") <= number(all, "INSTANCES_MAX")
                && number(all, "CONNECT_SECONDS") <= number(all, "SOCKET_SECONDS")
                && span(all, "STATEMENT_TIMEOUT") < 1_000 * number(all, "SOCKET_SECONDS")
                && span(all, "ADMISSION_PATIENCE") <= span(all, "ADMISSION_LIMIT");
    }

    private static long number(Map<String, String> all, String name) {
        return Long.parseLong(all.getOrDefault("TURNOUT_" + name, ""));
    }

    private static long span(Map<String, String> all, String name) {
        return millis(all.getOrDefault("TURNOUT_" + name, ""));
    }
}
