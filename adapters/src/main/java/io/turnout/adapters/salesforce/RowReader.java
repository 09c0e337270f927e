package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.publishing.Trouble;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the fields of rows as what they should be, and notes those that are not. What it gives
/// for such a field makes no sense and is not to be used.
final class RowReader {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");
    private static final BigDecimal PRICE_MAX = new BigDecimal("999999999999");

    private final List<String> fields = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /// What is wrong, if anything is.
    Optional<Trouble> trouble() {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Trouble(
                                String.join("; ", reasons.stream().distinct().toList()),
                                fields.stream().distinct().toList()));
    }

    void fault(String reason, String... where) {
        reasons.add(reason);
        fields.addAll(List.of(where));
    }

    static Optional<String> text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    String name(JsonNode row, String field) {
        Optional<String> name = text(row, field).filter(given -> !given.isBlank());
        if (name.isEmpty()) {
            fault("a name is missing", field);
        }
        return name.orElse("?");
    }

    Instant moment(JsonNode row, String field) {
        Optional<Instant> moment = text(row, field).flatMap(RowReader::moment);
        if (moment.isEmpty()) {
            fault("a date and time is missing or unreadable", field);
        }
        return moment.orElse(Instant.EPOCH);
    }

    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, MOMENT).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    ZoneId zone(JsonNode row, Optional<String> field) {
        Optional<String> name =
                field.flatMap(one -> text(row, one)).filter(given -> !given.isBlank());
        try {
            return name.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            fault("an unknown time zone", field.orElse(""));
            return ZoneOffset.UTC;
        }
    }

    /// Empty means that nobody counts.
    Seats seats(JsonNode row, Optional<String> field) {
        Optional<String> count = field.flatMap(one -> text(row, one));
        try {
            return count.isEmpty()
                    ? new Seats.Unlimited()
                    : new Seats.Limited(new BigDecimal(count.get()).intValueExact());
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            fault("a capacity is no whole number from 0 to " + Seats.SEATS_MAX, field.orElse(""));
            return new Seats.Limited(0);
        }
    }

    /// Empty means nothing to pay.
    BigDecimal price(JsonNode row, Optional<String> field) {
        try {
            BigDecimal price =
                    field.flatMap(one -> text(row, one))
                            .map(BigDecimal::new)
                            .orElse(BigDecimal.ZERO);
            if (price.signum() >= 0 && price.compareTo(PRICE_MAX) < 0) {
                return price;
            }
        } catch (NumberFormatException wrong) {
            // Falls through to the one fault for every price that is none.
        }
        fault("a price is no amount of zero or more", field.orElse(""));
        return BigDecimal.ZERO;
    }

    /// Two moments, the second not before the first.
    void inOrder(Instant starts, Instant ends, String startField, String endField) {
        if (reasons.isEmpty() && ends.isBefore(starts)) {
            fault("it ends before it starts", startField, endField);
        }
    }
}
