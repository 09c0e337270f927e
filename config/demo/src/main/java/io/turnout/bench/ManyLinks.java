package io.turnout.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Links as an org brings them, in one body of very many rows; registrations while it does; and
/// links that are opened, most of them by nobody and some by many.
final class ManyLinks {
    static final String LINES = "upload of lines, a row";
    static final String TABLE = "upload of a table, packed, a row";
    static final String ADDRESSES = "addresses fetched, a row";
    static final String OPENED = "link opened";
    static final String NOTHING = "read nothing";
    private static final String ALONE = "registration, 100 a second";
    private static final String BESIDE = "registration, 100 a second, beside an upload";
    private static final int HOT = 20_000;
    private static final double REGISTRATIONS = 100;
    private static final double MEGABYTE = 1e6;

    /// Half a million rows must not need what they would need at once.
    private static final String SMALL = "-Xmx256m";

    private ManyLinks() {}

    static Table run(Bench bench) throws Exception {
        BenchOptions options = bench.options();
        BenchHouse house = bench.house("links");
        house.publish(List.of(Fair.HOT));
        Server server = bench.start(house, "one", List.of(SMALL));
        UploadRun uploads = new UploadRun(bench, house, server);
        bench.say("Warming up with an upload of " + options.links() / 2 + " links ...");
        var _ = uploads.bring(options.links() / 2, LINES, false);
        List<Sample> samples = new ArrayList<>();
        List<String> paths = List.of();
        for (int round = 1; round <= options.rounds(); round++) {
            bench.say("round " + round);
            samples.add(bench.told(uploads.bring(options.links(), LINES, false)));
            samples.add(bench.told(uploads.bring(options.links(), TABLE, true)));
            paths = uploads.paths(options.links());
            samples.add(bench.told(uploads.fetched()));
        }
        bench.say(
                String.format(
                        Locale.ROOT,
                        "The server, with %s, has used %.0f MB at most",
                        SMALL,
                        server.peakBytes() / MEGABYTE));
        samples.addAll(beside(bench, house, server, uploads));
        List<Design> designs = views(house, server, paths);
        bench.warmUp(designs);
        samples.addAll(bench.interleave(designs));
        return new Table(samples, List.of(Ratio.of(OPENED, NOTHING)));
    }

    private static List<Design> views(BenchHouse house, Server server, List<String> paths) {
        List<String> hot = paths.subList(0, Math.min(HOT, paths.size()));
        List<Server> servers = List.of(server);
        return List.of(
                new Design(
                        NOTHING, house, servers, Design.Keeps.NOTHING, _ -> Bodies.readNothing()),
                new Design(
                        OPENED, house, servers, Design.Keeps.NOTHING, n -> Bodies.oneOf(hot, n)));
    }

    /// What those who register notice of an upload.
    private static List<Sample> beside(
            Bench bench, BenchHouse house, Server server, UploadRun uploads) throws Exception {
        int connections = bench.options().connections().getFirst();
        Design alone =
                new Design(
                        ALONE,
                        house,
                        List.of(server),
                        Design.Keeps.A_REGISTRATION,
                        n -> Bodies.registration(Fair.HOT, n));
        bench.warmUp(List.of(alone));
        List<Sample> samples = new ArrayList<>();
        for (int round = 1; round <= bench.options().rounds(); round++) {
            samples.add(bench.measureAtRate(alone, connections, REGISTRATIONS));
            CompletableFuture<Void> bringing = uploads.bringMeanwhile(bench.options().links());
            samples.add(bench.measureAtRate(alone.named(BESIDE), connections, REGISTRATIONS));
            bringing.join();
        }
        return samples;
    }
}
