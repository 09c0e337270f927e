package io.turnout.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.simulator.wire.Exchange;

/// Whole numbers that whoever orders something wrote, from 0 to what an int holds.
final class Numbers {
    private Numbers() {}

    static long read(JsonNode body, String name, long otherwise) {
        JsonNode node = body.path(name);
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw wrong(name);
        }
        return node.asInt();
    }

    static long read(Exchange exchange, String name, long otherwise) {
        String text = exchange.parameter(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw wrong(name);
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(name + " must be a whole number, 0 or more");
    }
}
