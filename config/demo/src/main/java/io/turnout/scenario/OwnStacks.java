package io.turnout.scenario;

import io.turnout.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The stacks of a house of our own, and the ways between them. Instances are numbered from 1, the
/// first stack's first.
final class OwnStacks implements AutoCloseable {
    private final List<OwnStack> all = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final OwnSettings settings;
    private final Simulator simulator;
    private final int each;

    /// How a stack reaches another: its instances, and its PostgreSQL.
    private record Way(OwnStack from, OwnStack to, Bridge doors, Bridge database) {}

    private OwnStacks(OwnSettings settings, Simulator simulator, int each) {
        this.settings = settings;
        this.simulator = simulator;
        this.each = each;
    }

    /// With no instance yet.
    static OwnStacks open(
            Path folder, Scenario.House house, OwnSettings settings, Simulator simulator)
            throws IOException {
        OwnStacks stacks = new OwnStacks(settings, simulator, house.instances());
        for (String name : house.stacks()) {
            stacks.all.add(OwnStack.open(name, folder.resolve(name)));
        }
        for (OwnStack from : stacks.all) {
            for (OwnStack to : stacks.all) {
                if (from != to) {
                    stacks.ways.add(way(from, to));
                }
            }
        }
        return stacks;
    }

    private static Way way(OwnStack from, OwnStack to) throws IOException {
        return new Way(
                from,
                to,
                new Bridge(to::open),
                new Bridge(
                        () ->
                                List.of(
                                        new InetSocketAddress(
                                                InetAddress.getLoopbackAddress(),
                                                to.databasePort()))));
    }

    List<OwnStack> all() {
        return List.copyOf(all);
    }

    OwnStack first() {
        return all.getFirst();
    }

    OwnStack of(int instance) {
        return all.get((instance - 1) / each);
    }

    /// The numbers of the instances of a stack.
    List<Integer> instances(OwnStack stack) {
        int before = all.indexOf(stack) * each;
        return IntStream.rangeClosed(before + 1, before + each).boxed().toList();
    }

    List<URI> doors() {
        return all.stream().flatMap(stack -> stack.doors().stream()).toList();
    }

    void start(int instance) {
        OwnStack stack = of(instance);
        OwnSettings.Site site =
                new OwnSettings.Site(
                        "i" + instance,
                        stack.name(),
                        stack.databaseUrl(stack.databasePort()),
                        first().name(),
                        ways.stream().filter(way -> way.from() == stack).map(this::peer).toList());
        try {
            stack.start(instance, settings.write(site, simulator), flags());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several stacks have many instances, which shall be quick to start on one machine.
    private List<String> flags() {
        return all.size() == 1 ? List.of() : List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
    }

    private OwnSettings.Peer peer(Way way) {
        return new OwnSettings.Peer(
                way.to().name(), way.doors().port(), way.to().databaseUrl(way.database().port()));
    }

    /// Nothing comes through between any of them for so long; who is outside reaches all of them.
    void cut(Duration time) {
        ways.forEach(way -> List.of(way.doors(), way.database()).forEach(Bridge::cut));
        Pause.of(time);
        ways.forEach(way -> List.of(way.doors(), way.database()).forEach(Bridge::mend));
    }

    String operatorToken() {
        try {
            return settings.operatorToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        ways.forEach(way -> List.of(way.doors(), way.database()).forEach(Bridge::close));
        all.forEach(OwnStack::close);
    }
}
