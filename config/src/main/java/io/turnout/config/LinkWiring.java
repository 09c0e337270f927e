package io.turnout.config;

import io.turnout.adapters.caffeine.CaffeineAttendeeLinks;
import io.turnout.adapters.postgres.Gate;
import io.turnout.adapters.postgres.LinkListener;
import io.turnout.adapters.postgres.PostgresAttendeeLinks;
import io.turnout.application.attendeelink.AttendeeLinks;

/// Links as they are remembered here, and who hears of those that are to be forgotten.
record LinkWiring(AttendeeLinks links, House.Part part) {
    static LinkWiring over(Gate gate) {
        var links = new CaffeineAttendeeLinks(new PostgresAttendeeLinks(gate));
        return new LinkWiring(links, listening(new LinkListener(gate, links)));
    }

    private static House.Part listening(LinkListener listener) {
        return new House.Part() {
            @Override
            public void start() {
                var _ = Thread.ofPlatform().name("link-listener").daemon().start(listener);
            }

            @Override
            public void stop() {
                listener.close();
            }
        };
    }
}
