package io.turnout.scenario;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `./turnout scenario NAME`: a file of load and trouble, run against a place and judged (A14).
public final class ScenarioMain {
    private final ScenarioOptions options;
    private final PrintStream out;

    ScenarioMain(ScenarioOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        BootstrapLogging.bootstrap(Level.WARN);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path files = Path.of(System.getProperty("turnout.home", "."), "config", "scenarios");
        int code = 2;
        try {
            ScenarioOptions options = ScenarioOptions.of(arguments);
            if (options.help() || options.name().isEmpty()) {
                out.println(ScenarioOptions.USAGE);
                out.println("\nScenarios:");
                for (String name : ScenarioFile.names(files)) {
                    out.printf("  %-26s %s%n", name, ScenarioFile.find(files, name).why());
                }
                code = options.help() ? 0 : 2;
            } else {
                Scenario scenario = ScenarioFile.find(files, options.name().get());
                code = new ScenarioMain(options, out).run(scenario) ? 0 : 1;
            }
        } catch (IllegalArgumentException wrong) {
            System.err.println("turnout scenario: " + wrong.getMessage());
        }
        System.exit(code);
    }

    /// Whether all held.
    boolean run(Scenario scenario) throws IOException {
        out.println(scenario.name() + ": " + scenario.why());
        Instant when = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Wire wire = new Wire();
                Place place = place(scenario, wire)) {
            Fairs fairs = Fairs.find(wire, place, scenario.events());
            Desk desk = new Desk(wire, fairs, new Ledger());
            try (RelocationWatch watch = RelocationWatch.of(place, desk)) {
                return judge(scenario, when.toString(), place, desk, watch);
            }
        }
    }

    private boolean judge(
            Scenario scenario, String when, Place place, Desk desk, RelocationWatch watch) {
        List<PhaseRun.Result> phases = run(scenario, place, desk, watch);
        Audit audit = new Audit(desk, place);
        Map<String, Double> figures = new LinkedHashMap<>(Table.figures(phases));
        figures.put("unresolved", (double) audit.resolve());
        figures.putAll(audit.figures());
        figures.putAll(watch.end());
        List<OwnFleet.Sample> fleet = place.fleet();
        figures.putAll(FleetFigures.of(fleet));
        out.print(watch.moves().markdown());
        return judge(new Report(scenario, when, phases, figures, fleet));
    }

    private List<PhaseRun.Result> run(
            Scenario scenario, Place place, Desk desk, RelocationWatch watch) {
        List<PhaseRun.Result> phases = new ArrayList<>();
        try (OpenLoad load = new OpenLoad()) {
            for (Scenario.Phase phase : scenario.phases()) {
                out.printf("  %s, %s ...%n", phase.name(), told(phase));
                phases.add(new PhaseRun(phase, place, desk, load, watch).run());
                if (!phase.overlaps()) {
                    out.print(Table.rows(phases.getLast()));
                }
            }
        }
        return phases;
    }

    private static String told(Scenario.Phase phase) {
        return phase.lasts().toSeconds() + " s";
    }

    private Place place(Scenario scenario, Wire wire) throws IOException {
        if (!options.targets().isEmpty()) {
            return new Place.Target(options.targets(), options.simulator(), options.secrets());
        }
        out.println("Starting a house for it ...");
        return OwnPlace.open(Files.createTempDirectory("turnout-scenario"), scenario, wire);
    }

    private boolean judge(Report report) {
        out.println();
        out.println(Table.markdown(report.phases()));
        report.scenario().expect().forEach(one -> out.println(one.told(report.figures())));
        Path page = report.write(options.reports().resolve(report.scenario().name()));
        out.println((report.holds() ? "All held. " : "NOT all held. ") + "Report: " + page);
        return report.holds();
    }
}
