package io.turnout.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;

/// After the last move, with nobody there: whether both stacks hold the same of an org, and
/// whether every key is still answered with its registration. It shares nothing with what moves.
final class StackComparison {
    /// What a stack says of itself, not of the org.
    private static final Set<String> OF_A_STACK = Set.of("org_home", "org_journal");

    /// The same keys are wrapped by what wraps keys at each stack.
    private static final Map<String, String> WITHOUT = Map.of("org_key", "wrapped");

    private static final String TABLES =
            """
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'org_id' order by table_name
            """;
    private static final String COLUMNS =
            """
            select column_name from information_schema.columns
            where table_schema = 'public' and table_name = :table order by column_name
            """;
    private static final int ASKED_AT_ONCE = 8;
    private static final int REPEATED = 200;

    private final OwnStacks stacks;
    private final Desk desk;

    StackComparison(OwnStacks stacks, Desk desk) {
        this.stacks = stacks;
        this.desk = desk;
    }

    /// `tables.same`, `tables.different`: tables of each org, by the hash of all their rows.
    /// `homes.different`: orgs of which the stacks do not say the same.
    /// `keys.asked`, `keys.wrong`: keys that were asked for once more, each at any stack, and those
    /// that were answered with anything but their registration.
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        long same = 0;
        long homes = 0;
        List<String> different = new ArrayList<>();
        for (String org : desk.fairs().orgs()) {
            List<Map<String, String>> contents =
                    stacks.all().stream().map(stack -> contents(stack.jdbi(), org)).toList();
            Map<String, String> first = contents.getFirst();
            Set<String> names = new HashSet<>(first.keySet());
            contents.forEach(one -> names.addAll(one.keySet()));
            for (String table : names) {
                if (contents.stream()
                        .allMatch(one -> Objects.equals(one.get(table), first.get(table)))) {
                    same++;
                } else {
                    different.add(table);
                }
            }
            Set<String> told = new HashSet<>();
            Homes.said(stacks, org).forEach(said -> told.add(said.home() + said.epoch()));
            homes += told.size() == 1 ? 0 : 1;
        }
        if (!different.isEmpty()) {
            System.err.println("Other at one stack than at the other: " + different);
        }
        figures.put("tables.same", (double) same);
        figures.put("tables.different", (double) different.size());
        figures.put("homes.different", (double) homes);
        keys(figures);
        return figures;
    }

    /// A hash of the rows of each table, whatever order they lie in.
    private static Map<String, String> contents(Jdbi jdbi, String org) {
        Map<String, String> contents = new TreeMap<>();
        jdbi.useHandle(
                handle -> {
                    handle.execute("set timezone = 'UTC'");
                    for (String table : handle.createQuery(TABLES).mapTo(String.class).list()) {
                        if (OF_A_STACK.contains(table)) {
                            continue;
                        }
                        List<String> columns =
                                handle.createQuery(COLUMNS)
                                        .bind("table", table)
                                        .mapTo(String.class)
                                        .filter(name -> !name.equals(WITHOUT.get(table)))
                                        .list();
                        String row = "row(" + String.join(", ", columns) + ")::text";
                        contents.put(
                                table,
                                handle.createQuery(
                                                "select count(*) || ' ' || coalesce(md5(string_agg("
                                                        + "md5(%1$s), '' order by md5(%1$s))), '')"
                                                                .formatted(row)
                                                        + " from "
                                                        + table
                                                        + " where org_id = :org")
                                        .bind("org", org)
                                        .mapTo(String.class)
                                        .one());
                    }
                });
        return contents;
    }

    private void keys(Map<String, Double> figures) {
        List<Ledger.Admission> admissions = desk.ledger().admissions();
        long wrong = 0;
        try (ExecutorService lines = Executors.newFixedThreadPool(ASKED_AT_ONCE)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            admissions.forEach(one -> answers.add(lines.submit(() -> isRight(one))));
            for (Future<Boolean> answer : answers) {
                wrong += answer.get() ? 0 : 1;
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        figures.put("keys.asked", (double) admissions.size());
        figures.put("keys.wrong", (double) wrong);
    }

    private boolean isRight(Ledger.Admission admission) {
        Wire.Reply reply = desk.post(admission.request(), Map.of());
        return reply.status() == REPEATED
                && reply.json().path("id").asText().equals(admission.registration());
    }
}
