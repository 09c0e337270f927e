package io.turnout.adapters.http;

import io.turnout.application.attendeelink.LinkUseCases;
import io.turnout.domain.attendeelink.Link;
import io.turnout.domain.attendeelink.Prefill;
import io.turnout.domain.attendeelink.Reference;
import java.util.List;
import java.util.Optional;

/// Who is invited to the fair, and by which token.
record Invited(Fair fair, Link link, String token) {
    static Invited to(Fair fair, OpenHouse house, String reference, int uses) {
        Link link =
                new Link(
                        new Reference(reference),
                        Fair.FAIR,
                        uses,
                        new Prefill(
                                "ada@example.com",
                                Optional.of("Ada \"the <b>\""),
                                Optional.empty(),
                                Optional.of("Engines & Co")));
        var ports = house.memory.links();
        var _ =
                LinkUseCases.over(ports, house.memory.book())
                        .prepare()
                        .prepare(fair.org(), List.of(link));
        return new Invited(fair, link, ports.tokens().of(fair.org(), link.id()).value());
    }

    String api() {
        return "/v1/orgs/" + fair.org() + "/links/" + token;
    }

    String mail() {
        return "/o/" + fair.org() + "/i/" + token;
    }

    /// A token as long as a right one, that is none.
    String wrong() {
        return (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1);
    }
}
