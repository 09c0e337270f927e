package io.turnout.domain.setting;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the value of a setting may be.
public sealed interface SettingKind {
    /// What a value has to be, where this one is not.
    Optional<String> flaw(String value);

    /// What a value has to be, in words.
    String words();

    private static Optional<String> unless(boolean fine, SettingKind kind) {
        return fine ? Optional.empty() : Optional.of(kind.words());
    }

    /// A whole number.
    record Whole(long min, long max) implements SettingKind {
        private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,17}");

        @Override
        public Optional<String> flaw(String value) {
            return unless(DIGITS.matcher(value).matches() && isWithin(of(value)), this);
        }

        private boolean isWithin(long value) {
            return min <= value && value <= max;
        }

        static long of(String value) {
            return Long.parseLong(value);
        }

        @Override
        public String words() {
            return "is a whole number from " + min + " to " + max;
        }
    }

    /// A part of a whole, in thousandths.
    record Part(int minThousandths, int maxThousandths) implements SettingKind {
        private static final Pattern DECIMAL = Pattern.compile("[01](\\.[0-9]{1,3})?");

        @Override
        public Optional<String> flaw(String value) {
            if (!DECIMAL.matcher(value).matches()) {
                return Optional.of(words());
            }
            double thousandths = Double.parseDouble(value) * 1000;
            return unless(minThousandths <= thousandths && thousandths <= maxThousandths, this);
        }

        @Override
        public String words() {
            return "is a number from " + minThousandths / 1000.0 + " to " + maxThousandths / 1000.0;
        }
    }

    /// A span of time: a whole number and ms, s, m, h or d.
    record Span(Duration min, Duration max) implements SettingKind {
        private static final Pattern SPAN = Pattern.compile("(0|[1-9][0-9]{0,8})(ms|s|m|h|d)");

        @Override
        public Optional<String> flaw(String value) {
            if (!SPAN.matcher(value).matches()) {
                return Optional.of(words());
            }
            Duration span = of(value);
            return unless(min.compareTo(span) <= 0 && span.compareTo(max) <= 0, this);
        }

        static Duration of(String value) {
            Matcher parts = SPAN.matcher(value);
            if (!parts.matches()) {
                throw new IllegalArgumentException("no span of time");
            }
            long number = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }

        @Override
        public String words() {
            return "is a span of time from " + told(min) + " to " + told(max) + ", such as 250ms";
        }

        private static String told(Duration span) {
            if (span.toMillis() % 1000 > 0) {
                return span.toMillis() + "ms";
            }
            return span.toDays() > 0 ? span.toDays() + "d" : span.toSeconds() + "s";
        }
    }

    /// One of some words.
    record Choice(Set<String> options) implements SettingKind {
        public Choice {
            options = Set.copyOf(options);
        }

        @Override
        public Optional<String> flaw(String value) {
            return unless(options.contains(value), this);
        }

        @Override
        public String words() {
            return "is one of " + String.join(", ", new TreeSet<>(options));
        }
    }

    /// Where another program listens. No login stands in it, no option but `sslmode`, and it leads
    /// to no address that only this machine or its cloud gives meaning to.
    record Address(Set<String> schemes) implements SettingKind {
        private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final String NUMBERS = "([0-9]{1,3}\\.){3}[0-9]{1,3}";
        private static final Pattern URL =
                Pattern.compile(
                        "(?<scheme>(jdbc:)?[a-z]{2,12})://(?<host>("
                                + LABEL
                                + "\\.){0,9}[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?|"
                                + NUMBERS
                                + ")(:(?<port>[1-9][0-9]{0,4}))?(/[A-Za-z0-9_-]{0,63})?"
                                + "(\\?sslmode=(require|verify-ca|verify-full))?");
        private static final int PORT_MAX = 65_535;

        public Address {
            schemes = Set.copyOf(schemes);
        }

        @Override
        public Optional<String> flaw(String value) {
            Matcher url = URL.matcher(value);
            return unless(
                    url.matches()
                            && schemes.contains(url.group("scheme"))
                            && isOfSomebody(url.group("host").toLowerCase(Locale.ROOT))
                            && (url.group("port") == null
                                    || Integer.parseInt(url.group("port")) <= PORT_MAX),
                    this);
        }

        /// Not where a cloud hands out what it knows of a machine.
        private static boolean isOfSomebody(String host) {
            return !host.startsWith("169.254.")
                    && !host.startsWith("0.")
                    && !host.startsWith("metadata.");
        }

        @Override
        public String words() {
            return "is an address that begins with "
                    + String.join(" or ", new TreeSet<>(schemes))
                    + "://, without a login";
        }
    }

    /// What nobody may see. It is replaced where it is kept, and never passes here.
    record Secret() implements SettingKind {
        @Override
        public Optional<String> flaw(String value) {
            return Optional.of(words());
        }

        @Override
        public String words() {
            return "is replaced where it is kept, and not here";
        }
    }
}
