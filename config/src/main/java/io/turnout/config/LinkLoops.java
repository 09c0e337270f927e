package io.turnout.config;

import io.turnout.application.attendeelink.MintUseCases;
import java.time.Duration;
import java.util.List;

/// What goes on by itself so that whoever is invited in Salesforce has a link.
final class LinkLoops {
    private static final Duration POLL = Duration.ofMillis(250);

    private LinkLoops() {}

    static List<House.Part> of(TurnoutSettings settings, House house) {
        MintUseCases minting = house.useCases().minting();
        return settings.links().site().isEmpty()
                ? List.of()
                : List.of(
                        new Loop(
                                "link-poll",
                                settings.links().callers(),
                                POLL,
                                () -> minting.mint().mint()),
                        new Loop(
                                "link-relay",
                                Math.min(1, settings.relay().callers()),
                                POLL,
                                () -> minting.relay().relay().isPresent()));
    }
}
