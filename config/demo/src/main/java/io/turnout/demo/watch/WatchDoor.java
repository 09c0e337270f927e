package io.turnout.demo.watch;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.Managed;
import io.turnout.adapters.http.page.Pages;
import io.turnout.config.House;
import io.turnout.config.Wiring;
import io.turnout.domain.event.EventId;
import io.turnout.domain.event.ItemId;
import io.turnout.domain.org.OrgId;
import java.net.URI;
import java.util.List;

/// The pages that only the demo has: one to watch, one to break.
public final class WatchDoor {
    private WatchDoor() {}

    public static void install(Environment environment, View view) {
        Salesforce salesforce = new Salesforce(view.simulator(), view.org());
        Pulse pulse = new Pulse(view, salesforce, Wiring.clock());
        environment.lifecycle().manage(managed(pulse));
        Crowd crowd = new Crowd(view);
        environment
                .jersey()
                .register(
                        new WatchResource(pulse, salesforce, crowd, Pages.beside(WatchDoor.class)));
    }

    private static Managed managed(Pulse pulse) {
        return new Managed() {
            @Override
            public void start() {
                pulse.start();
            }

            @Override
            public void stop() {
                pulse.close();
            }
        };
    }

    /// What is watched: some events of one org, and its simulated Salesforce. `ticket` is an item
    /// of the last event, for which a crowd registers.
    public record View(House house, URI simulator, OrgId org, List<EventId> events, ItemId ticket) {
        public View {
            events = List.copyOf(events);
        }
    }
}
