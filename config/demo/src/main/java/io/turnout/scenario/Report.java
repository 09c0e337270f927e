package io.turnout.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A run, written down: `result.json` for programs, `report.html` for people, with a plot of each
/// kind of traffic, and of how many instances there were.
record Report(
        Scenario scenario,
        String when,
        List<PhaseRun.Result> phases,
        Map<String, Double> figures,
        List<OwnFleet.Sample> fleet) {
    Report {
        phases = List.copyOf(phases);
        fleet = List.copyOf(fleet);
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }

    boolean holds() {
        return scenario.expect().stream().allMatch(one -> one.isMet(figures));
    }

    /// Writes both, and returns where the page is.
    Path write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("result.json"), json());
            Path page = folder.resolve("report.html");
            try (Writer out = Files.newBufferedWriter(page, StandardCharsets.UTF_8)) {
                template().getTemplate("report.ftlh").process(Map.of("run", sheet()), out);
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the report's template is wrong", e);
        }
    }

    private static Configuration template() {
        Configuration pages = new Configuration(Configuration.VERSION_2_3_34);
        pages.setClassForTemplateLoading(Report.class, "");
        pages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        pages.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        pages.setNumberFormat("computer");
        return pages;
    }

    private ReportSheet sheet() {
        return ReportSheet.of(this);
    }

    String json() throws IOException {
        ObjectNode root = Wire.JSON.createObjectNode();
        root.put("scenario", scenario.name()).put("when", when).put("holds", holds());
        ObjectNode all = root.putObject("figures");
        figures.forEach(all::put);
        ArrayNode verdicts = root.putArray("expectations");
        scenario.expect()
                .forEach(
                        one ->
                                verdicts.addObject()
                                        .put("figure", one.figure())
                                        .put("bound", one.bound())
                                        .put("holds", one.isMet(figures)));
        ArrayNode instances = root.putArray("fleet");
        fleet.forEach(
                one ->
                        instances
                                .addObject()
                                .put("second", one.second())
                                .put("wanted", one.wanted())
                                .put("ready", one.ready()));
        ObjectNode reasons = root.putObject("reasons");
        for (PhaseRun.Result phase : phases) {
            phase.traffic()
                    .forEach(
                            (what, traffic) -> {
                                ObjectNode why =
                                        reasons.putObject(phase.phase().name() + "." + what);
                                traffic.reasons().forEach(why::put);
                            });
        }
        return Wire.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
