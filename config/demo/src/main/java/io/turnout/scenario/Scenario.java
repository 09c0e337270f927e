package io.turnout.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A file that says which load and which trouble a place shall be put under, and what must hold
/// then (A14). It runs against any environment: `house` is what is started where no target is
/// given, everything else is seen from outside.
///
/// @param why what it is for, in a sentence
/// @param events what can be registered for, by the name the file gives it
/// @param phases one after the other
/// @param expect what must hold, each "figure <= number" (see [Expectation])
public record Scenario(
        String name,
        String why,
        House house,
        Map<String, EventAt> events,
        List<Phase> phases,
        List<Expectation> expect) {
    public Scenario {
        events = Map.copyOf(events);
        phases = List.copyOf(phases);
        expect = List.copyOf(expect);
        phases.stream()
                .flatMap(phase -> phase.traffic().stream())
                .map(Traffic::event)
                .filter(event -> !event.isEmpty())
                .forEach(Scenario.known(events));
    }

    private static java.util.function.Consumer<String> known(Map<String, EventAt> events) {
        return event -> {
            if (!events.containsKey(event)) {
                throw new IllegalArgumentException("no event is called " + event);
            }
        };
    }

    /// A house to start.
    ///
    /// @param instances how many processes share the database of a stack
    /// @param stacks their names; with two of them orgs, which begin at the first, can be moved
    /// @param settings what their settings say beside the usual, such as `limits`
    /// @param hosts vanity hosts, and the orgs whose they are
    /// @param scaling by what it starts and stops instances by itself, as in the settings; visitors
    ///     are sent to those. Empty where it does not
    public record House(
            int instances,
            List<String> stacks,
            Map<String, Object> settings,
            Map<String, String> hosts,
            Map<String, Object> scaling) {
        public House {
            settings = Map.copyOf(settings);
            scaling = Map.copyOf(scaling);
            hosts = Map.copyOf(hosts);
            stacks = List.copyOf(stacks);
            if (stacks.isEmpty() || instances < 1 || instances * stacks.size() > 8) {
                throw new IllegalArgumentException("a house has 1 to 8 instances in all");
            }
        }
    }

    /// An event: of which org, under which name it is found there, and with how many seats it is
    /// made where the house is our own.
    public record EventAt(String org, String name, int seats) {}

    /// A time of one kind of load and trouble.
    ///
    /// @param lasts how long its traffic goes on
    /// @param drains how long Salesforce may take afterwards until it has everybody; zero when
    ///     nobody waits for that
    /// @param overlaps whether the next phase begins while the last of this one still wait for
    ///     their answers, or to ask again
    public record Phase(
            String name,
            Duration lasts,
            List<Traffic> traffic,
            List<Happening> happenings,
            Duration drains,
            boolean overlaps) {
        public Phase {
            traffic = List.copyOf(traffic);
            happenings = List.copyOf(happenings);
        }
    }

    /// Requests of one kind at a fixed rate, whatever the answers are.
    ///
    /// @param what register, come, rehearse, read, page or click
    /// @param event of which event; a click goes round all events of the file when it is empty
    /// @param called under which name its figures go; what it is, when it has no name
    public record Traffic(
            String what, String event, String called, double perSecond, Manner manner) {
        public Traffic {
            if (!(perSecond > 0 && perSecond <= 10_000)) {
                throw new IllegalArgumentException("perSecond is above 0 and at most 10000");
            }
        }
    }

    /// How visitors behave.
    ///
    /// @param retries how often one that got no yes and no final no asks again
    /// @param heeds whether it stays away for as long as it is told to; else a fifth of a second,
    ///     and twice as long each time
    /// @param host under which name they ask; that of the address, when it is empty
    /// @param normal within which time an answer is no trouble
    /// @param patience after how long without an answer they give up
    public record Manner(
            int retries, boolean heeds, String host, Duration normal, Duration patience) {
        private static final Duration MOST_PATIENT = Duration.ofMinutes(1);

        public Manner {
            if (retries < 0 || retries > 50) {
                throw new IllegalArgumentException("retries are 0 to 50");
            }
            if (patience.compareTo(MOST_PATIENT) > 0 || !patience.isPositive()) {
                throw new IllegalArgumentException("patience is above 0 and at most 60s");
            }
        }
    }

    /// Something that happens in the middle: a fault that is ordered from the simulated Salesforce
    /// of an org, all its faults ended, or an instance that is killed, told to stop, or started.
    ///
    /// @param instance which one, from 1; 0 when it is not about one
    public record Happening(
            Duration after, String what, String org, Map<String, Object> order, int instance) {
        public Happening {
            order = Map.copyOf(order);
        }
    }
}
